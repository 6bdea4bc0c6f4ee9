import { readFileSync, renameSync } from 'node:fs';
import { ConfigError } from '../../config/config-error';
import { deserialise } from './file-schema';
import type { StoredMarks } from './file-schema';
import type { Marks } from './best-price';

export interface ReadMarks {
  marks: Marks;
  /** What went wrong, in words for people; null where there is nothing to say. A file that is not there is no trouble. */
  trouble: string | null;
  /** A file is still there that could not be read: it must not be written over. */
  blocked: boolean;
}

const NONE: Marks = new Map();
const BECAUSE_MAX = 200;

/**
 * The marks in an account's file. One that cannot be understood is set aside under another name, for a person to look at,
 * and never written over. Throws `ConfigError` where it belongs to another account.
 */
export function readMarks(path: string, account: string, nowMs: number): ReadMarks {
  const text = readText(path);
  if (typeof text !== 'string') return { marks: NONE, ...text };
  const stored = understand(text);
  if (stored instanceof Error) return { marks: NONE, ...setAside(path, stored, nowMs) };
  if (stored.account !== account)
    throw new ConfigError([`${path} holds the best prices of account ${stored.account}, not of ${account}`]);
  return { marks: stored.marks, trouble: null, blocked: false };
}

type Trouble = Omit<ReadMarks, 'marks'>;

function readText(path: string): string | Trouble {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { trouble: null, blocked: false };
    return { trouble: `best prices cannot be read: ${message}`, blocked: true };
  }
}

function understand(text: string): StoredMarks | Error {
  try {
    return deserialise(text);
  } catch (error) {
    return error as Error;
  }
}

function setAside(path: string, why: Error, nowMs: number): Trouble {
  const elsewhere = `${path}.set-aside-${new Date(nowMs).toISOString().replaceAll(':', '-')}`;
  const because = why.message.replaceAll(/\s+/g, ' ').slice(0, BECAUSE_MAX);
  try {
    renameSync(path, elsewhere);
  } catch (error) {
    const trouble = `best prices in ${path} are unreadable (${because}) and cannot be set aside: ${(error as Error).message}`;
    return { trouble, blocked: true };
  }
  return { trouble: `best prices were unreadable (${because}) and set aside as ${elsewhere}`, blocked: false };
}
