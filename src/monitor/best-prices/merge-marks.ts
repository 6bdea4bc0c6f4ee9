import { betterOf } from '../rules/levels';
import { hasSameEntry } from './best-price';
import type { BestPrice, Marks } from './best-price';
import { UNPRICED_MS } from './follow-price';
import { isExpired } from './look';

/**
 * What we and the file know together. Best prices only become better and times held only longer, so that of several monitors
 * with one file, whoever writes last loses nothing. Where the two speak of different positions, the one we see open counts.
 */
export function mergeMarks(ours: Marks, stored: Marks, venueNowMs: number): Marks {
  const merged = new Map(ours);
  for (const [key, other] of stored) {
    const own = ours.get(key);
    if (own !== undefined) merged.set(key, mergeOne(own, other));
    else if (!isExpired(other, venueNowMs)) merged.set(key, other);
  }
  return merged;
}

function mergeOne(own: BestPrice, other: BestPrice): BestPrice {
  if (!isOnePosition(own, other)) return own.absentSinceMs === null || other.absentSinceMs !== null ? own : other;
  return {
    ...own,
    bestPrice: betterOf(own.side, own.bestPrice, other.bestPrice),
    firstSeenAtMs: Math.min(own.firstSeenAtMs, other.firstSeenAtMs),
    heldSinceMs: Math.min(own.heldSinceMs, other.heldSinceMs),
    rebuilt: other.rebuilt === null && hasWatched(other, own) ? null : own.rebuilt,
  };
}

/** The same price may be entered twice; two positions of one side are never open at the same time. */
const isOnePosition = (own: BestPrice, other: BestPrice): boolean =>
  hasSameEntry(own, other) && other.seenAtMs >= own.firstSeenAtMs && own.seenAtMs >= other.firstSeenAtMs;

/** Has the other one seen the prices that we missed? */
const hasWatched = (other: BestPrice, own: BestPrice): boolean =>
  other.pricedAtMs !== null && other.pricedAtMs >= (own.pricedAtMs ?? own.firstSeenAtMs) - UNPRICED_MS;
