import type { Instant } from '../domain/exit-decision';

/** The account's chain of proofs. Its head, noted elsewhere, shows later whether anything before it was changed. */
export interface ProofsView {
  count: number;
  /** SHA-256 of the newest proof's file; null before the first. */
  head: string | null;
  headAt: Instant | null;
  /** Finished closes without a proof at the last pass; null: nobody has collected here yet. */
  behind: number | null;
  /** When Temporal deletes the first of those. */
  nextDeletionAt: Instant | null;
  lastPassAt: Instant | null;
  faults: string[];
}
