import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isExecutable, onPath } from './executable.mjs';
import { goBuild } from './go-build.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { cacheFolder } from './places.mjs';
import { say } from './say.mjs';
import { SetupError } from './setup-error.mjs';

/** Of the server that runs in production; the dev server of our Temporal is the same. */
const VERSION = '1.31.2';
/** What Go calls the executables, and what production does. */
const NAMES = { server: 'temporal-server', sql: 'temporal-sql-tool' };

/** The folder with `temporal-server` and `temporal-sql-tool`: Temporal as it runs on a database. */
export async function obtainProductionServer() {
  const folder = join(cacheFolder(), `temporal-server-${VERSION}`);
  if (isComplete(folder)) return folder;
  await oneAtATime(`${folder}.lock`, async () => {
    if (!isComplete(folder)) await build(folder);
  });
  return folder;
}

const isComplete = (folder) => Object.values(NAMES).every((name) => isExecutable(join(folder, name)));

async function build(folder) {
  const go = onPath('go');
  if (go === undefined)
    throw new SetupError(`No Temporal server for Postgres: Go is not on the PATH. Install Go 1.21 or newer.`);
  say(`Building Temporal's server ${VERSION} with Go: several minutes, this once.`);
  const draft = `${folder}.${process.pid}.draft`;
  try {
    await compile(go, draft);
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } catch (error) {
    throw new SetupError(`No Temporal server for Postgres: the build with Go failed (${error.message}).`);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Beside its place, so that nobody sees half of it. */
async function compile(go, draft) {
  await mkdir(dirname(draft), { recursive: true });
  await mkdir(draft);
  await goBuild(go, {
    folder: 'temporal-postgres',
    packages: ['go.temporal.io/server/cmd/server', 'go.temporal.io/server/cmd/tools/sql'],
    // A folder, for there are two.
    output: `${draft}/`,
    about: 1400,
  });
  for (const [built, name] of Object.entries(NAMES)) await rename(join(draft, built), join(draft, name));
}
