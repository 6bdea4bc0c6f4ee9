import type { PositionMode, PositionSide, Side } from '../account/leg';
import { refusal } from '../refusal';

/** One-way orders are BOTH; hedge orders name their leg, and may not say reduceOnly: their direction says it. */
export const checkMode = (mode: PositionMode, positionSide: PositionSide, saysReduceOnly: boolean): void => {
  if ((mode === 'one-way') !== (positionSide === 'BOTH')) throw refusal('-4061');
  if (mode === 'hedge' && saysReduceOnly) throw refusal('-1106', 'reduceonly');
};

/** In hedge mode an order against its own leg can only reduce. */
export const isReducing = (positionSide: PositionSide, side: Side, reduceOnly: boolean): boolean =>
  positionSide === 'BOTH' ? reduceOnly : (positionSide === 'LONG') === (side === 'SELL');
