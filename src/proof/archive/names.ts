import { join } from 'node:path';
import type { Instant } from '../../domain/exit-decision';

/** Nine digits, so that names sort as the chain runs. */
const DIGITS = 9;

const NAME = /^(\d{9,15})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.json$/;
const MONTH = /^\d{4}-\d{2}$/;

export const HEAD_NAME = 'head.json';
export const COLLECTOR_NAME = 'collector.json';
export const LOCK_NAME = 'lock';

/** Each account has a chain of its own. */
export const archiveFolder = (proofs: string, account: string): string => join(proofs, account);

/** What an archive keeps beside its proofs. */
export const isBookkeeping = (name: string): boolean => [HEAD_NAME, COLLECTOR_NAME].includes(name);

/** A proof's place in the chain, and the run it proves, as its file's name has them. */
export interface Numbered {
  /** From 1. */
  sequence: number;
  runId: string;
}

export const proofName = ({ sequence, runId }: Numbered): string =>
  `${String(sequence).padStart(DIGITS, '0')}-${runId}.json`;

export function parseProofName(name: string): Numbered | null {
  const [, sequence, runId] = NAME.exec(name) ?? [];
  return sequence === undefined || runId === undefined ? null : { sequence: Number(sequence), runId };
}

/** The subfolder of a proof: the month in which its close ended, '2026-11'. */
export const monthOf = (endedAt: Instant): string => endedAt.slice(0, 'yyyy-mm'.length);

export const isMonth = (name: string): boolean => MONTH.test(name);
