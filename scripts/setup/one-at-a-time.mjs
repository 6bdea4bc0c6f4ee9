import { rmSync } from 'node:fs';
import { mkdir, rm, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { say } from './say.mjs';

const SIGN_OF_LIFE_MS = 2_000;
// A holder silent for this long is dead: killed, or its machine was.
const DEAD_AFTER_MS = 15_000;
const LOOK_AGAIN_MS = 250;
// What a shell reports for Ctrl-C.
const INTERRUPTED = 130;

/** Runs the work while no other set-up does. The lock is a folder, as making one succeeds for one process only. */
export async function oneAtATime(lock, work) {
  await take(lock);
  const interrupted = () => {
    rmSync(lock, { recursive: true, force: true });
    process.exit(INTERRUPTED);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const signs = setInterval(() => utimes(lock, new Date(), new Date()).catch(() => undefined), SIGN_OF_LIFE_MS);
  try {
    return await work();
  } finally {
    clearInterval(signs);
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await rm(lock, { recursive: true, force: true });
  }
}

async function take(lock) {
  await mkdir(dirname(lock), { recursive: true });
  for (let waits = 0; !(await made(lock)); waits += 1) {
    if (waits === 0) say('Another set-up is at work: waiting for it.');
    if (await isDead(lock)) await rm(lock, { recursive: true, force: true });
    else await delay(LOOK_AGAIN_MS);
  }
}

async function made(lock) {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

async function isDead(lock) {
  try {
    return Date.now() - (await stat(lock)).mtimeMs > DEAD_AFTER_MS;
  } catch {
    return false; // Released while we looked.
  }
}
