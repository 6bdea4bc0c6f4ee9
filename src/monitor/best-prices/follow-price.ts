import { assert } from '../../domain/assert';
import { isPrice } from '../rules/guards/price-fault';
import { betterOf } from '../rules/levels';
import type { BestPrice } from './best-price';

/** Longer without a price than this, and a peak may have passed unseen. */
export const UNPRICED_MS = 60_000;

/**
 * Takes a mark price into what is remembered: one that the guards have accepted, since a wild one would stay for ever.
 * The best price never becomes worse, whatever the clocks do.
 */
export function followPrice(mark: BestPrice, price: number, venueNowMs: number): BestPrice {
  assert(isPrice(price), `what was followed is no price of ${mark.symbol}`);
  const { symbol, side, entryPrice, firstSeenAtMs, heldSinceMs, seenAtMs, absentSinceMs } = mark;
  // Spelled out: at every tick of every position, a spread is most of the work.
  return {
    symbol,
    side,
    entryPrice,
    bestPrice: betterOf(side, mark.bestPrice, price),
    firstSeenAtMs,
    heldSinceMs,
    seenAtMs,
    pricedAtMs: venueNowMs,
    absentSinceMs,
    rebuilt: mark.rebuilt ?? gapBefore(mark.pricedAtMs, venueNowMs),
  };
}

function gapBefore(pricedAtMs: number | null, venueNowMs: number): string | null {
  if (pricedAtMs === null || venueNowMs - pricedAtMs <= UNPRICED_MS) return null;
  return `no price was seen from ${instant(pricedAtMs)} to ${instant(venueNowMs)}`;
}

const instant = (ms: number): string => new Date(ms).toISOString();
