import type { CloseOutcome } from '../close-result';
import type { CloseTarget } from '../names';

/** The newest close of a position, seen from outside. */
export type CloseSight = Pick<CloseTarget, 'symbol' | 'side'> &
  (
    | { kind: 'closing' }
    | { kind: 'held'; because: string }
    | { kind: 'finished'; outcome: CloseOutcome; because: string }
    /** It ended without a word: terminated, failed, or forgotten by Temporal. */
    | { kind: 'cut'; because: string }
  );
