import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDraft } from '../../files/replace-file';
import { isMonth, parseProofName } from './names';
import type { Numbered } from './names';

/** A proof in its folder. */
export interface Entry extends Numbered {
  /** Relative to the archive: '2026-11/000000012-<run id>.json'. */
  file: string;
}

/** Every proof of an archive by its name alone: none is opened. In the order of the chain. */
export async function scan(folder: string): Promise<Entry[]> {
  const found: Entry[] = [];
  for (const month of (await names(folder)).filter(isMonth))
    for (const name of await names(join(folder, month))) {
      const numbered = parseProofName(name);
      if (numbered !== null) found.push({ ...numbered, file: `${month}/${name}` });
    }
  return found.sort((one, other) => one.sequence - other.sequence);
}

/** Removes what a killed collector left half written. Only for whoever holds the archive's lock: nobody else writes there. */
export async function sweep(folder: string): Promise<void> {
  const places = [folder, ...(await names(folder)).filter(isMonth).map((month) => join(folder, month))];
  for (const place of places)
    for (const name of (await names(place)).filter(isDraft)) await rm(join(place, name), { force: true });
}

async function names(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
