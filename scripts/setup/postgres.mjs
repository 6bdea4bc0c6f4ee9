import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aptInstall, whyNoApt } from './apt-install.mjs';
import { isExecutable, onPath } from './executable.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { cacheFolder } from './places.mjs';
import { say } from './say.mjs';
import { SetupError } from './setup-error.mjs';

/** Where Debian keeps them, below the number of the version. */
const DEBIAN = '/usr/lib/postgresql';

/** The folder with `initdb` and `postgres`, for the bench on Postgres: those at hand, or Debian's, installed where we may. */
export async function obtainPostgres() {
  const found = atHand();
  if (found !== undefined) return found;
  const got = await oneAtATime(`${cacheFolder()}/postgres.lock`, async () => atHand() ?? (await install()));
  if (got !== undefined) return got;
  throw new SetupError(remedies('it was installed, and is still not to be found'));
}

function atHand() {
  const folders = [...debians(), dirname(onPath('initdb') ?? '/')];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => isExecutable(join(folder, name))));
}

/** Newest first. */
function debians() {
  try {
    const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
    return versions.map((version) => join(DEBIAN, version, 'bin'));
  } catch {
    return [];
  }
}

async function install() {
  const hindrance = whyNoApt();
  if (hindrance !== undefined) throw new SetupError(remedies(hindrance));
  say('Installing PostgreSQL with apt-get, for a private cluster in a temporary folder.');
  await aptInstall('postgresql').catch((error) => {
    throw new SetupError(remedies(error.message));
  });
  return atHand();
}

const remedies = (why) =>
  `No PostgreSQL for the bench: ${why}. Either of these helps: put initdb and postgres on the PATH, ` +
  `or run "apt-get update && apt-get install postgresql" as root.`;
