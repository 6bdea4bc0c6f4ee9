import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds scripts/setup.mjs, whether this runs from src or from dist. */
export function packageRoot(start: string = __dirname): string {
  if (existsSync(join(start, 'scripts', 'setup.mjs'))) return start;
  const parent = dirname(start);
  if (parent === start) throw new Error(`No folder above ${__dirname} has scripts/setup.mjs.`);
  return packageRoot(parent);
}
