import { execFile } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PATIENCE_MS = 10_000;

// The first whose dev server takes every flag we give it.
const OLDEST = [1, 3];

/** The first executable of that name on the PATH. */
export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Why this is not a Temporal executable we can use, or undefined when it is. */
export async function temporalFault(path) {
  try {
    const { stdout } = await run(path, ['--version'], { timeout: PATIENCE_MS });
    return versionFault(stdout.trim());
  } catch (error) {
    return `it does not run (${error.code ?? error.signal ?? error.message})`;
  }
}

function versionFault(answer) {
  const [, major, minor] = /^temporal version v?(\d+)\.(\d+)/.exec(answer)?.map(Number) ?? [];
  if (major === undefined) return `it does not say that it is Temporal's (it says "${answer.slice(0, 60)}")`;
  const fine = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  return fine ? undefined : `it is version ${major}.${minor}, and ${OLDEST.join('.')} or newer is needed`;
}
