import type { Position } from '../../../domain/position';
import type { PositionKey } from '../../port';

export const keyOf = ({ symbol, side }: PositionKey): string => `${symbol} ${side}`;

/** Not among the positions last read: it is new, and could be anything. */
const UNSEEN = 0;

/**
 * How near each position is to its liquidation, as a part of its mark price: the smaller, the sooner its order goes. By the
 * last list of positions that was read for whatever purpose; it orders a queue, and decides nothing about an order.
 */
export class Urgency {
  private distances = new Map<string, number>();

  note(positions: readonly Position[]): void {
    this.distances = new Map(positions.map((position) => [keyOf(position), distanceOf(position)]));
  }

  of(position: PositionKey): number {
    return this.distances.get(keyOf(position)) ?? UNSEEN;
  }
}

/** Infinite where the venue names no liquidation price: nothing it can lose would end it. */
export function distanceOf({ markPrice, liquidationPrice }: Position): number {
  if (markPrice === undefined || liquidationPrice === undefined) return Number.POSITIVE_INFINITY;
  const mark = Number(markPrice);
  return Math.abs(mark - Number(liquidationPrice)) / mark;
}
