import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { packageRoot } from '../../src/temporal/package-root';

const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', 'proofs', '.git']);

export const root = packageRoot();

/** Every file below the folder that is ours, as `src/domain/decimal.ts`. */
export function filesBelow(folder = '.'): string[] {
  const entries = readdirSync(join(root, folder), { recursive: false, withFileTypes: true });
  return entries.flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [relative('.', path).split(sep).join('/')];
  });
}

export const typeScriptBelow = (...folders: string[]): string[] =>
  folders.flatMap((folder) => filesBelow(folder)).filter((file) => file.endsWith('.ts'));

export const read = (file: string): string => readFileSync(join(root, file), 'utf8');
