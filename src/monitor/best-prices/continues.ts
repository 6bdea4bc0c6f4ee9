import { hasSameEntry } from './best-price';
import type { BestPrice, SeenPosition } from './best-price';

/** Longer between two looks than this, and a position may have been closed and entered anew in between. */
export const UNSEEN_MS = 15_000;

/**
 * Is it still the position that is remembered? A grid enters at the same price again and again, and the best price of the
 * last position would close the next one at once. So the same entry price is enough only while every look found it; after a
 * gap, the venue must not have changed it since we last saw it.
 */
export function continues(mark: BestPrice, position: SeenPosition, venueNowMs: number): boolean {
  if (!hasSameEntry(mark, position)) return false;
  const { updatedAtMs } = position;
  if (mark.absentSinceMs !== null) return updatedAtMs !== undefined && updatedAtMs <= mark.seenAtMs;
  return venueNowMs - mark.seenAtMs <= UNSEEN_MS || updatedAtMs === undefined || updatedAtMs <= mark.seenAtMs;
}
