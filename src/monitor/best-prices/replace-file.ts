import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Names the drafts of a file: what a killed process may leave beside it. */
export const isDraftOf = (path: string, name: string): boolean =>
  name.startsWith(`.${basename(path)}.`) && name.endsWith('.draft');

/**
 * Puts new content in the place of a file, whole or not at all, through a crash of this process or of the machine: written
 * beside it under a name nobody else uses, flushed to the disk, then renamed over it.
 */
export async function replaceFile(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.draft`);
  try {
    await writeFlushed(draft, content);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await flushFolder(dirname(path));
}

async function writeFlushed(path: string, content: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
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
