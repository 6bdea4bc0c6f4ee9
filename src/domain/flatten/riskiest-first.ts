import type { Position } from '../position';

/**
 * Nearest to liquidation first, then the largest unrealised loss, then the largest notional. Plain numbers: they order
 * positions, and no quantity comes of them.
 */
export const riskiestFirst = (positions: readonly Position[]): Position[] =>
  positions
    .map((position) => ({ position, risk: riskOf(position) }))
    .sort((a, b) => compare(a.risk, b.risk))
    .map(({ position }) => position);

export interface Risk {
  /** From the mark price to the liquidation price, as a part of the mark price; Infinity where the venue names none. */
  distance: number;
  /** In the quote currency; negative is a profit, 0 where the venue names no mark price. */
  loss: number;
  /** In the quote currency. */
  notional: number;
}

export function riskOf({ side, quantity, entryPrice, markPrice, liquidationPrice }: Position): Risk {
  const [size, entry, mark] = [Number(quantity), Number(entryPrice), Number(markPrice ?? entryPrice)];
  const distance = liquidationPrice === undefined ? Infinity : Math.abs(mark - Number(liquidationPrice)) / mark;
  return { distance, loss: (side === 'long' ? entry - mark : mark - entry) * size, notional: mark * size };
}

function compare(a: Risk, b: Risk): number {
  if (a.distance !== b.distance) return a.distance - b.distance;
  return a.loss === b.loss ? b.notional - a.notional : b.loss - a.loss;
}
