import { equal } from '../../domain/decimal';
import type { DecimalText } from '../../domain/decimal';
import type { Side } from '../../domain/exit-decision';
import type { MarketSymbol } from '../../domain/market-symbol';
import type { WatchedPosition } from '../../exchange/watch-port';

/** What is remembered of one open position. Another entry price is another position. Times are the venue's clock, ms. */
export interface BestPrice {
  symbol: MarketSymbol;
  side: Side;
  entryPrice: DecimalText;
  /** The best mark price known since the entry: the highest for a long, the lowest for a short. Never worse than the entry. */
  bestPrice: number;
  firstSeenAtMs: number;
  /** The position is known to be held since then: a lower bound of how long. */
  heldSinceMs: number;
  /** The last look that found it. */
  seenAtMs: number;
  /** When a price was last taken in; null before the first. */
  pricedAtMs: number | null;
  /** Since when the venue's list of positions lacks it; null while it is there. */
  absentSinceMs: number | null;
  /** Why the best price or the time held may be less than the truth, in words; null where they are whole. */
  rebuilt: string | null;
}

/** An open position as the venue tells of it. */
export type SeenPosition = Pick<WatchedPosition, 'symbol' | 'side' | 'entryPrice' | 'updatedAtMs'>;

export type Marks = ReadonlyMap<string, BestPrice>;

const keys: Readonly<Record<Side, Map<MarketSymbol, string>>> = { long: new Map(), short: new Map() };

/** Asked several times at every tick of every position, so that each key is written once: as many as there are markets. */
export function keyOf({ symbol, side }: Pick<BestPrice, 'symbol' | 'side'>): string {
  const known = keys[side].get(symbol);
  if (known !== undefined) return known;
  const key = `${symbol} ${side}`;
  keys[side].set(symbol, key);
  return key;
}

/** Asked at every tick of every position: mostly they are the same text, and no arithmetic is needed. */
export const hasSameEntry = (one: Pick<BestPrice, 'entryPrice'>, other: Pick<BestPrice, 'entryPrice'>): boolean =>
  one.entryPrice === other.entryPrice || equal(one.entryPrice, other.entryPrice);

/** How long the position is held at least, ms; null where a clock is so wrong that it would be opened in the future. */
export const heldForMs = ({ heldSinceMs }: BestPrice, venueNowMs: number): number | null =>
  venueNowMs >= heldSinceMs ? venueNowMs - heldSinceMs : null;
