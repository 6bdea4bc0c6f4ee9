import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServerProcess } from '../../src/temporal/server-process';
import { root } from './source-files';
import { until } from './rehearsal';

/** It compiles and bundles anew. */
const READY_WITHIN_MS = 60_000;

/** A text of one file, replaced by another: what somebody changed since the last build. */
export interface Change {
  file: string;
  from: string;
  to: string;
}

/** A checkout of this project in which something is changed: another build, whose worker is a real process. */
export function changedBuild(changes: readonly Change[]): { startWorker: typeof startWorker } {
  const folder = mkdtempSync(join(tmpdir(), 'closeproof-build-'));
  for (const part of ['activities', 'package.json', 'scripts', 'src', 'worker', 'workflows'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const change of changes) apply(folder, change);
  return { startWorker: (environment) => startWorker(environment, folder) };
}

function apply(folder: string, { file, from, to }: Change): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} holds no “${from}” to change`);
  writeFileSync(path, text.replace(from, to));
}

async function startWorker(environment: Readonly<Record<string, string>>, folder = root) {
  const lines: string[] = [];
  const settings = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const command = [process.execPath, '--import', 'tsx', join(folder, 'scripts/cli.ts'), 'worker'];
  const worker = startServerProcess('env', [...settings, ...command], (line) => lines.push(line));
  try {
    const isReady = () => Promise.resolve(lines.some((line) => line.includes('WORKER READY')));
    await until('the changed build is ready', isReady, READY_WITHIN_MS);
  } catch (error) {
    await worker.stop();
    throw error;
  }
  return { ...worker, lines };
}
