import { link, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { lifeOf, parseHolder, thisProcess } from './holder';
import type { Holder } from './holder';

/** A holder shows this often that it lives, and is given up for dead after this long where nothing else tells. */
const SIGN_OF_LIFE_MS = 5_000;
const SILENT_MS = 60_000;

/** Two who find a dead holder at once get in each other's way for a moment. */
const TRIES = 5;

export interface Lock {
  /** False once somebody has taken it from us: this process stood still for too long. To be asked before every write. */
  isOurs(): Promise<boolean>;
  release(): Promise<void>;
}

export type Taken = { kind: 'taken'; lock: Lock } | { kind: 'busy'; holder: Holder | null };

/**
 * Takes a lock file for this process alone; a holder that was killed does not keep it. It is made by a link, which succeeds
 * for one process only. Only whoever has *claimed* a dead holder may remove its lock, and a claim succeeds for one process
 * only too: so nobody ever removes the lock of one that lives. A dead claimant is claimed in its turn.
 */
export async function takeLock(path: string): Promise<Taken> {
  const us = thisProcess();
  await mkdir(dirname(path), { recursive: true });
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await place(path, us)) return { kind: 'taken', lock: await hold(path, us) };
    const holder = await holderOf(path);
    if (holder !== null && !(await isDead(path, holder))) return { kind: 'busy', holder };
    if (holder !== null) await bury(path, holder, us);
  }
  return { kind: 'busy', holder: await holderOf(path) };
}

/** Writes a file that is there whole or not at all; false where there is one. */
async function place(path: string, us: Holder): Promise<boolean> {
  const draft = `${path}.${us.token}.draft`;
  await writeFile(draft, JSON.stringify(us), { flush: true });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Null: nobody, or released while we looked. */
async function holderOf(path: string): Promise<Holder | null> {
  try {
    return parseHolder(await readFile(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function isDead(path: string, holder: Holder): Promise<boolean> {
  const life = lifeOf(holder);
  return life === 'dead' || (life === 'unknown' && (await silentForMs(path)) > SILENT_MS);
}

async function silentForMs(path: string): Promise<number> {
  try {
    return Date.now() - (await stat(path)).mtimeMs;
  } catch {
    return 0;
  }
}

/** Removes a dead holder's lock, if the right to do so is ours, and the lock still its. */
async function bury(path: string, dead: Holder, us: Holder): Promise<void> {
  const claim = claimOn(path, dead);
  if (await place(claim, us)) {
    if ((await holderOf(path))?.token === dead.token) await rm(path, { force: true });
    await rm(claim, { force: true });
    return;
  }
  const claimant = await holderOf(claim);
  if (claimant !== null && (await isDead(claim, claimant))) await bury(claim, claimant, us);
}

const claimOn = (path: string, { token }: Holder): string => join(dirname(path), `${basename(path)}.${token}.claim`);

async function hold(path: string, us: Holder): Promise<Lock> {
  await sweep(path);
  const sign = () => void utimes(path, new Date(), new Date()).catch(() => undefined);
  const signs = setInterval(sign, SIGN_OF_LIFE_MS).unref();
  const isOurs = async () => (await holderOf(path))?.token === us.token;
  return {
    isOurs,
    release: async () => {
      clearInterval(signs);
      if (await isOurs()) await rm(path, { force: true });
    },
  };
}

/** What killed processes left beside it. Those on whom claims were laid are gone for good, now that the lock is ours. */
async function sweep(path: string): Promise<void> {
  const beside = (await readdir(dirname(path))).filter((name) => name.startsWith(`${basename(path)}.`));
  for (const name of beside) {
    const left = join(dirname(path), name);
    if ((await silentForMs(left)) > SILENT_MS) await rm(left, { force: true });
  }
}
