import { isPrice } from '../rules/guards/price-fault';
import { keyOf } from './best-price';
import type { BestPrice, Marks, SeenPosition } from './best-price';
import { continues } from './continues';
import { heldSince, newMark } from './new-mark';
import type { Look } from './new-mark';

/** A position that is gone is remembered for this long: one list without it may be the list's fault. */
export const GRACE_MS = 600_000;

/** What is remembered after a list of all open positions. `priceOf` gives accepted mark prices. */
export function look(
  marks: Marks,
  positions: readonly SeenPosition[],
  priceOf: (position: SeenPosition) => number | null,
  at: Look,
): Marks {
  // A position without an entry price cannot be judged, and the rules say so.
  const judged = positions.filter(({ entryPrice }) => isPrice(Number(entryPrice)));
  const open = judged.map((position) => {
    const before = marks.get(keyOf(position)) ?? null;
    if (before !== null && continues(before, position, at.atMs)) return seenAgain(before, position, at.atMs);
    return newMark(position, before, priceOf(position), at);
  });
  const found = new Map(open.map((mark) => [keyOf(mark), mark]));
  const gone = [...marks.values()].filter((mark) => !found.has(keyOf(mark))).map((mark) => notSeen(mark, at.atMs));
  return new Map([
    ...found,
    ...gone.filter((mark) => !isExpired(mark, at.atMs)).map((mark) => [keyOf(mark), mark] as const),
  ]);
}

const seenAgain = (mark: BestPrice, position: SeenPosition, atMs: number): BestPrice => ({
  ...mark,
  seenAtMs: atMs,
  absentSinceMs: null,
  heldSinceMs: Math.min(mark.heldSinceMs, heldSince(position, atMs)),
});

// A clock that was set back would keep it for ever.
const notSeen = (mark: BestPrice, atMs: number): BestPrice => ({
  ...mark,
  absentSinceMs: Math.min(mark.absentSinceMs ?? atMs, atMs),
});

export const isExpired = ({ absentSinceMs }: BestPrice, atMs: number): boolean =>
  absentSinceMs !== null && atMs - absentSinceMs >= GRACE_MS;
