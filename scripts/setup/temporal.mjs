import { buildTemporal } from './build-temporal.mjs';
import { downloadTemporal } from './download-temporal.mjs';
import { isExecutable, onPath, temporalFault } from './executable.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { cachedTemporal } from './places.mjs';
import { SetupError } from './setup-error.mjs';

// Each way answers { path } or { why }: why it gives none.
const atHand = [named, onThePath, inTheCache];
const toTheCache = [inTheCache, downloadTemporal, buildTemporal];

/** The path of a Temporal executable, by the first way that has one. */
export async function obtainTemporal() {
  const found = await firstOf(atHand);
  if (found.path !== undefined) return found.path;
  // Looked for again under the lock, since the set-up we waited for may have put it there.
  const got = await oneAtATime(`${cachedTemporal()}.lock`, () => firstOf(toTheCache));
  if (got.path !== undefined) return got.path;
  throw new SetupError(remedies([...new Set([...found.whys, ...got.whys])]));
}

async function firstOf(ways) {
  const whys = [];
  for (const way of ways) {
    const { path, why } = await way();
    if (path !== undefined) return { path, whys };
    whys.push(why);
  }
  return { whys };
}

async function named() {
  const path = process.env.TEMPORAL_CLI;
  if (!path) return { why: 'TEMPORAL_CLI is not set' };
  const fault = await temporalFault(path);
  if (fault !== undefined) throw new SetupError(`TEMPORAL_CLI names ${path}, but ${fault}.`, 2);
  return { path };
}

async function onThePath() {
  const path = onPath('temporal');
  if (path === undefined) return { why: 'no temporal is on the PATH' };
  const fault = await temporalFault(path);
  return fault === undefined ? { path } : { why: `${path} is on the PATH, but ${fault}` };
}

// Not run: only an executable that ran is ever renamed to this path.
function inTheCache() {
  const path = cachedTemporal();
  return isExecutable(path) ? { path } : { why: `none is cached at ${path}` };
}

const remedies = (whys) =>
  `No Temporal server to run: ${whys.join('; ')}. Any one of these helps: set TEMPORAL_ADDRESS to a running server, ` +
  `set TEMPORAL_CLI to an executable, put temporal on the PATH, let the download through, or install Go 1.21 or newer.`;
