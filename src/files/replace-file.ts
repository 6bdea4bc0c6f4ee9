import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Names what a killed process may leave in a folder. */
export const isDraft = (name: string): boolean => name.startsWith('.') && name.endsWith('.draft');

/** Names the drafts of one file. */
export const isDraftOf = (path: string, name: string): boolean =>
  isDraft(name) && name.startsWith(`.${basename(path)}.`);

/** Readable by its owner alone, unless the caller says otherwise. */
const PRIVATE = 0o600;

/**
 * Puts new content in the place of a file, whole or not at all, through a crash of this process or of the machine: written
 * beside it under a name nobody else uses, flushed to the disk, then renamed over it.
 */
export async function replaceFile(path: string, content: string, mode = PRIVATE): Promise<void> {
  const made = await mkdir(dirname(path), { recursive: true });
  if (made !== undefined) await flushFolder(dirname(made));
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.draft`);
  try {
    await writeFlushed(draft, content, mode);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await flushFolder(dirname(path));
}

async function writeFlushed(path: string, content: string, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Only then does the new name survive a power cut. Some file systems cannot, and need not. */
async function flushFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    // The rename stands; at worst a power cut brings back the file before it.
  }
}
