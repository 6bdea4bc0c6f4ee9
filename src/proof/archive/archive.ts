import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from '../../domain/assert';
import type { Instant } from '../../domain/exit-decision';
import { replaceFile } from '../../files/replace-file';
import { sha256 } from '../file/canonical';
import { readHead, writeHead } from './head';
import type { Head, StoredHead } from './head';
import type { Lock } from './lock/lock';
import { monthOf, proofName } from './names';
import { scan, sweep } from './scan';
import type { Entry } from './scan';

/** A proof as it is to be written: it knows its place in the chain. */
export interface SealedProof {
  runId: string;
  /** When the close ended. */
  endedAt: Instant;
  text: string;
}

/** Proofs are no secret: whoever may look into the folder may verify them. */
const READABLE = 0o644;

/**
 * The proofs of one account, for the one process that holds its lock. A proof is in the chain from the moment its file has its
 * name; the head is written later, and found again from the names where a crash came between.
 */
export class Archive {
  private readonly files: Map<string, Entry>;

  private constructor(
    readonly folder: string,
    private readonly lock: Lock,
    entries: readonly Entry[],
    private newest: Head | null,
    /** What is wrong with the archive: for people. It goes on all the same. */
    readonly faults: readonly string[],
  ) {
    this.files = new Map(entries.map((entry) => [entry.runId, entry]));
  }

  static async open(folder: string, lock: Lock): Promise<Archive> {
    await sweep(folder);
    const entries = await scan(folder);
    const { head, faults } = await findHead(folder, entries.at(-1) ?? null);
    return new Archive(folder, lock, entries, head, faults);
  }

  get head(): Head | null {
    return this.newest;
  }

  fileOf(runId: string): string | null {
    return this.files.get(runId)?.file ?? null;
  }

  /** Where the next proof stands. */
  get next(): { sequence: number; previous: string | null } {
    return { sequence: (this.newest?.sequence ?? 0) + 1, previous: this.newest?.sha256 ?? null };
  }

  /** False where the lock has been lost: nothing is written then. */
  async append({ runId, endedAt, text }: SealedProof): Promise<boolean> {
    const { sequence } = this.next;
    assert(!this.files.has(runId), `run ${runId} has its proof already`);
    if (!(await this.lock.isOurs())) return false;
    const file = `${monthOf(endedAt)}/${proofName({ sequence, runId })}`;
    await replaceFile(join(this.folder, file), text, READABLE);
    this.files.set(runId, { sequence, runId, file });
    this.newest = { sequence, sha256: sha256(text), file, runId, at: new Date().toISOString() };
    return true;
  }

  /** After some proofs rather than after each: it costs as much as they do. */
  async saveHead(): Promise<void> {
    if (this.newest !== null && (await this.lock.isOurs())) await writeHead(this.folder, this.newest);
  }
}

interface Found {
  head: Head | null;
  faults: string[];
}

/**
 * The head as it was written, unless the files have gone beyond it: a crash came between. Where the newest proof was changed or
 * taken away since, the next one still follows what was written, and so says for ever that it is not there.
 */
async function findHead(folder: string, last: Entry | null): Promise<Found> {
  const stored = await readHead(folder);
  const head = stored.kind === 'head' ? stored.head : null;
  const newest = last === null ? null : await headFrom(folder, last);
  const faults = [...unreadable(stored), ...missing(head, newest), ...changed(head, newest)];
  const isBehind = newest !== null && newest.sequence > (head?.sequence ?? 0);
  if (isBehind) await writeHead(folder, newest);
  return { head: isBehind ? newest : head, faults };
}

const unreadable = (stored: StoredHead): string[] =>
  stored.kind === 'unreadable' ? [`head.json cannot be read: ${stored.because}`] : [];

const missing = (head: Head | null, newest: Head | null): string[] =>
  head === null || head.sequence <= (newest?.sequence ?? 0)
    ? []
    : [`proof ${head.sequence}, ${head.file}, is missing: the files end at number ${newest?.sequence ?? 0}`];

const changed = (head: Head | null, newest: Head | null): string[] =>
  head !== null && newest?.sequence === head.sequence && newest.sha256 !== head.sha256
    ? [`proof ${newest.sequence}, ${newest.file}, is not as it was written: its hash has changed`]
    : [];

async function headFrom(folder: string, { sequence, runId, file }: Entry): Promise<Head> {
  const path = join(folder, file);
  const [text, { mtime }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
  return { sequence, sha256: sha256(text), file, runId, at: mtime.toISOString() };
}
