import type { Instant } from './exit-decision';

/** What one pass over the finished closes of an account came to. */
export type Collected =
  | (Collection & { kind: 'collected' })
  /** Another collector is at it. */
  | { kind: 'busy'; because: string }
  /** It could not be begun, or did not come to its end. */
  | { kind: 'failed'; because: string };

export interface Collection {
  /** Proofs written by this pass. */
  exported: number;
  /** Finished closes that have no proof yet, as far as Temporal lists them. */
  behind: number;
  /** When Temporal deletes the first of those; null: none is behind. */
  nextDeletionAt: Instant | null;
  /** How long Temporal keeps what has finished, ms. */
  retentionMs: number;
  /** It stopped for time, not because it was done. */
  more: boolean;
  /** The newest proof: null before the first. */
  head: { sequence: number; sha256: string } | null;
  /** What is wrong, each a sentence for a person. */
  faults: string[];
  /** Closes that Temporal deleted before they had a proof, by workflow and run. */
  lost: string[];
}

/** How the collecting of proofs stands, worst last. A person is called when the word changes, and not again. */
export interface ProofsStanding {
  state: 'well' | 'failing' | 'nearDeletion' | 'lost';
  /** One sentence. */
  says: string;
}

export const WELL: ProofsStanding = { state: 'well', says: 'every finished close that Temporal lists has its proof' };

/** How long before a history is deleted a person must hear of it: three days, or half of a shorter retention. */
export const deletionMarginMs = (retentionMs: number): number => Math.min(3 * 86_400_000, retentionMs / 2);

/** The worst that a pass has to say. One that found another at work says nothing new. */
export function standingAfter(collected: Collected, before: ProofsStanding, nowMs: number): ProofsStanding {
  if (collected.kind === 'busy') return before;
  if (collected.kind === 'failed')
    return { state: 'failing', says: `proofs cannot be collected: ${collected.because}` };
  const { lost, faults } = collected;
  if (lost.length > 0) return { state: 'lost', says: `Temporal deleted before they had a proof: ${some(lost)}` };
  if (isNearing(collected, nowMs)) return { state: 'nearDeletion', says: sayNearing(collected) };
  return faults.length > 0 ? { state: 'failing', says: some(faults) } : WELL;
}

const isNearing = ({ nextDeletionAt, retentionMs }: Collection, nowMs: number): boolean =>
  nextDeletionAt !== null && Date.parse(nextDeletionAt) - nowMs < deletionMarginMs(retentionMs);

const sayNearing = ({ behind, nextDeletionAt, faults }: Collection): string =>
  `${behind} finished closes have no proof yet, and Temporal deletes the first of them at ${String(nextDeletionAt)}` +
  (faults.length === 0 ? '' : `: ${some(faults)}`);

const some = (all: readonly string[]): string =>
  all.length <= 3 ? all.join('; ') : `${all.slice(0, 3).join('; ')}; and ${all.length - 3} more`;
