import type { Side } from '../src/domain/exit-decision';
import { closingSide } from '../src/domain/position';
import type { Fill } from '../src/exchange/port';

/** Fills that took from the position on this side. In one-way mode a fill names no leg. */
export const closingFills = (fills: readonly Fill[], side: Side): Fill[] =>
  fills.filter((fill) => fill.side === closingSide(side) && (fill.leg === null || fill.leg === side));
