import type { Instant } from '../exit-decision';
import type { FlattenLine } from './flatten-line';
import type { FlattenRequest } from './flatten-request';

export const FLATTEN_OUTCOMES = ['flat', 'handedOver', 'refused'] as const;

/** How a flatten finished. It is never "done" with something open: then it stays, or a person has taken over. */
export type FlattenOutcome = (typeof FLATTEN_OUTCOMES)[number];

export interface FlattenResult {
  account: string;
  outcome: FlattenOutcome;
  /** One sentence for a person. */
  because: string;
  asked: FlattenRequest[];
  startedAt: Instant | null;
  /** When the first of the two reads that showed nothing was made; null where it did not come to that. */
  flatAt: Instant | null;
  /** From the start to that read. */
  flatAfterMs: number | null;
  lines: FlattenLine[];
  /** Orders cancelled because they could open a position, and the newest of them by name. */
  cancelledCount: number;
  cancelled: string[];
  /** What the venue last showed and nobody has closed: positions, and orders that could open one. */
  leftOpen: string[];
}
