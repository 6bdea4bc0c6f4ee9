import type { DecimalText } from '../domain/decimal';
import type { Instant, Side } from '../domain/exit-decision';
import type { FlattenOutcome } from '../domain/flatten/flatten-result';

/** A flatten of the account: how far it is, and what does not move by itself. */
export interface FlattenView {
  workflowId: string;
  runId: string;
  uiLink: string;
  running: boolean;
  /** `starting` until a worker has answered for it. */
  state: 'starting' | 'flattening' | 'held' | 'finished';
  startedAt: Instant;
  outcome: FlattenOutcome | null;
  /** Why it ended so; of a running one, what it waits out. */
  because: string | null;
  flatAfterMs: number | null;
  asked: { operator: string; note: string; scope: string }[];
  counts: { positions: number; flat: number; held: number; ordersCancelled: number };
  /** A sentence for everything that is held, or was left open. */
  held: string[];
  /** Every position it has met, riskiest first. */
  lines: {
    marketId: string;
    side: Side;
    quantity: DecimalText;
    state: 'found' | 'closing' | 'held' | 'flat';
    because: string | null;
  }[];
}
