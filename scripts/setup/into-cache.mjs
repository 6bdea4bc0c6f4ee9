import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { temporalFault } from './executable.mjs';
import { cachedTemporal } from './places.mjs';

/** Lets `make` write an executable beside its place, and moves it there once it has run: nobody sees half a file. */
export async function intoCache(make) {
  const path = cachedTemporal();
  const draft = `${path}.${process.pid}.draft`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await make(draft);
    await chmod(draft, 0o755);
    const fault = await temporalFault(draft);
    if (fault !== undefined) throw new Error(fault);
    await rename(draft, path);
    return path;
  } finally {
    await rm(draft, { force: true });
  }
}
