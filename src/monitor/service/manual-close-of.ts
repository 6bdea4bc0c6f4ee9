import { marketId } from '../../domain/market-symbol';
import type { MarketSymbol } from '../../domain/market-symbol';
import type { ManualCloseAnswer, ManualCloseOrder } from '../http/monitor-port';
import { askClose } from './ask-close';
import { POSITIONS_UNKNOWN } from './door-state';
import type { DoorState } from './door-state';
import { isNoAnswer } from './no-answer';

/** One position, by an operator's word: found first, so that a close of nothing is a problem and not a receipt. */
export async function manualCloseOf(order: ManualCloseOrder, state: DoorState): Promise<ManualCloseAnswer> {
  const { account, ports, positions, door } = state;
  if (ports === null) return { kind: 'temporalAway', because: state.because };
  if (positions === null) return POSITIONS_UNKNOWN;
  const { symbol } = order;
  const open = positions.filter((one) => one.symbol === symbol && (order.side === null || one.side === order.side));
  const [position, another] = open;
  if (position === undefined) return nothingThere(state, symbol);
  if (another !== undefined) return { kind: 'ambiguousSide', sides: open.map(({ side }) => side) };
  const { side } = position;
  const asked = await askClose(ports, { account, symbol, side }, 'MANUAL', order, door).catch(awayOrThrow);
  if ('kind' in asked) return asked;
  return asked.ok ? { kind: 'accepted', receipt: asked.receipt, side } : { kind: 'refused', because: asked.because };
}

/** It may have taken the close all the same: asking again joins it, and does no harm. */
function awayOrThrow(error: Error): Extract<ManualCloseAnswer, { kind: 'temporalAway' }> {
  if (!isNoAnswer(error)) throw error;
  return {
    kind: 'temporalAway',
    because: `Temporal gave no answer, and may have the close: ask again to join it (${error.message})`,
  };
}

async function nothingThere({ exchange }: DoorState, symbol: MarketSymbol): Promise<ManualCloseAnswer> {
  // A venue that does not answer this leaves the position's absence, which it has told of.
  const rules = await exchange.readRules(symbol).catch(() => undefined);
  return rules === null
    ? { kind: 'unknownSymbol', because: `the venue lists no ${marketId(symbol)}` }
    : { kind: 'noPosition', because: `the venue has no such position in ${marketId(symbol)}` };
}
