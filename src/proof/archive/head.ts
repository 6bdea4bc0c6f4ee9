import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Instant } from '../../domain/exit-decision';
import { replaceFile } from '../../files/replace-file';
import { canonical } from '../file/canonical';
import { HEAD_NAME } from './names';

const schema = z.strictObject({
  format: z.literal('closeproof/head'),
  version: z.literal(1),
  /** How many proofs the chain has. */
  sequence: z.number().int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The newest proof, relative to this file. */
  file: z.string(),
  runId: z.string(),
  at: z.iso.datetime(),
});

/** The newest proof of a chain: whoever knows its hash can tell whether anything before it was changed since. */
export interface Head {
  sequence: number;
  sha256: string;
  file: string;
  runId: string;
  /** When it was written. */
  at: Instant;
}

export type StoredHead = { kind: 'head'; head: Head } | { kind: 'none' } | { kind: 'unreadable'; because: string };

/** One small file, whatever the length of the chain. */
export async function readHead(folder: string): Promise<StoredHead> {
  try {
    const { format: _format, version: _version, ...head } = schema.parse(JSON.parse(await readText(folder)));
    return { kind: 'head', head };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { kind: 'none' };
    return { kind: 'unreadable', because: wordsFor(error) };
  }
}

export const writeHead = (folder: string, head: Head): Promise<void> =>
  replaceFile(join(folder, HEAD_NAME), canonical({ format: 'closeproof/head', version: 1, ...head }), 0o644);

const readText = (folder: string): Promise<string> => readFile(join(folder, HEAD_NAME), 'utf8');

const wordsFor = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code ??
  (error instanceof z.ZodError ? 'it is no head of a chain' : 'it is not whole JSON');
