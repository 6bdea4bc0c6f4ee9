import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isDraft } from '../../files/replace-file';
import { isBookkeeping } from '../archive/names';

export interface FoundFiles {
  /** To be verified, in the order of their names. */
  files: string[];
  /** What could not be looked into, with the reason. */
  unread: { path: string; because: string }[];
  /** Half-written files that a killed collector has left: they are no proofs, and its next pass removes them. */
  drafts: string[];
}

/** The files that may be proofs, below a folder or the one that is named. A link that leads round in a circle is gone once. */
export async function findFiles(path: string): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], unread: [], drafts: [] };
  await look(path, found, new Set(), true);
  return found;
}

async function look(path: string, found: FoundFiles, seen: Set<string>, isNamed: boolean): Promise<void> {
  try {
    const about = await stat(path);
    if (about.isDirectory()) return await lookInto(path, found, seen);
    // A pipe would be waited for without an end.
    if (!about.isFile()) return void found.unread.push({ path, because: 'it is no file and no folder' });
    if (isNamed || path.endsWith('.json')) found.files.push(path);
  } catch (error) {
    found.unread.push({ path, because: wordsFor(error as NodeJS.ErrnoException) });
  }
}

async function lookInto(folder: string, found: FoundFiles, seen: Set<string>): Promise<void> {
  const real = await realpath(folder);
  if (seen.has(real)) return;
  seen.add(real);
  const names = (await readdir(folder)).sort();
  found.drafts.push(...names.filter(isDraft).map((name) => join(folder, name)));
  for (const name of names)
    if (!name.startsWith('.') && !isBookkeeping(name)) await look(join(folder, name), found, seen, false);
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be read by you',
  EPERM: 'it may not be read by you',
  ELOOP: 'it is a symbolic link that leads back to itself',
  ENOTDIR: 'a part of its path is no folder',
};

/** A fault of the file system, for a person. */
export const wordsFor = ({ code, message }: NodeJS.ErrnoException): string => WORDS[code ?? ''] ?? message;
