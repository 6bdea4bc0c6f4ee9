import { betterOf } from '../rules/levels';
import { showPrice } from '../rules/show-price';
import type { BestPrice, SeenPosition } from './best-price';
import { hasSameEntry } from './best-price';
import { UNSEEN_MS } from './continues';

/** When this look and the last one before it were, venue clock, ms; `lastMs` is null for the first of this process. */
export interface Look {
  atMs: number;
  lastMs: number | null;
  /** Why nothing is remembered from before: for people. */
  nothingStored: string;
}

/** Begins to remember a position. One that may have been open before anybody looked says what it was rebuilt from. */
export function newMark(position: SeenPosition, before: BestPrice | null, price: number | null, look: Look): BestPrice {
  const { symbol, side, entryPrice } = position;
  const entry = Number(entryPrice);
  const because = whyRebuilt(position, before, look);
  return {
    symbol,
    side,
    entryPrice,
    bestPrice: price === null ? entry : betterOf(side, entry, price),
    firstSeenAtMs: look.atMs,
    heldSinceMs: heldSince(position, look.atMs),
    seenAtMs: look.atMs,
    pricedAtMs: price === null ? null : look.atMs,
    absentSinceMs: null,
    rebuilt: because === null ? null : `rebuilt from ${sources(entry, price)}: ${because}`,
  };
}

function whyRebuilt(
  position: SeenPosition,
  before: BestPrice | null,
  { atMs, lastMs, nothingStored }: Look,
): string | null {
  const same = before !== null && hasSameEntry(before, position);
  if (same && position.updatedAtMs === undefined) return 'it was missing from the venue’s list for a time';
  if (lastMs === null) return same ? 'it has changed while nobody watched' : nothingStored;
  return atMs - lastMs > UNSEEN_MS ? `nobody watched for ${Math.round((atMs - lastMs) / 1_000)} s before` : null;
}

const sources = (entry: number, price: number | null): string =>
  `the entry price ${showPrice(entry)}${price === null ? '' : ` and the mark price ${showPrice(price)}`}`;

/** Before any USD-M market was: a time that says less than nothing. */
const EARLIEST_MS = Date.UTC(2019, 0, 1);

/** The venue's last change of the position is no earlier than its entry. */
export const heldSince = ({ updatedAtMs }: SeenPosition, venueNowMs: number): number =>
  updatedAtMs !== undefined && updatedAtMs >= EARLIEST_MS ? Math.min(updatedAtMs, venueNowMs) : venueNowMs;
