import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { oneAtATime } from './one-at-a-time.mjs';
import { cacheFolder, packageRoot } from './places.mjs';
import { say } from './say.mjs';
import { SetupError } from './setup-error.mjs';

/** Installs what package-lock.json names, unless that has been done since it last changed. */
export async function installDependencies() {
  if (!isStale()) return;
  await oneAtATime(lockFor(packageRoot), async () => {
    if (isStale()) await install();
  });
}

function isStale() {
  const locked = mtime('package-lock.json');
  // npm writes this file last. Installed as a package, we have no lock, and npm has done the work.
  return locked !== undefined && locked > (mtime('node_modules/.package-lock.json') ?? 0);
}

const mtime = (file) => statSync(join(packageRoot, file), { throwIfNoEntry: false })?.mtimeMs;

// Outside the folder itself, which npm empties and git watches.
const lockFor = (folder) =>
  join(cacheFolder(), `install-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}.lock`);

async function install() {
  say('Installing dependencies (npm ci).');
  // With the development ones, whatever NODE_ENV says: the tests and the demo need them.
  const npm = spawn('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: packageRoot,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [outcome] = await Promise.race([once(npm, 'close'), once(npm, 'error')]).catch((error) => [error.code]);
  if (outcome !== 0) throw new SetupError(`npm ci failed (${outcome}); what it wrote is above.`);
}
