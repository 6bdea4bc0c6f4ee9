import type { Close } from './close-effects';
import { finishFlat, handOver } from './close-finish';
import { move } from './close-move';
import type { CloseOrder } from './close-order';
import { forgetMisfortunes, noteReading } from './close-progress';
import type { CloseResult, OrderLine } from './close-result';
import { leftOf } from './consistent-reading';
import { add, isPositive, lessThan } from './decimal';
import type { Trouble } from './failure-types';
import { noteFate } from './order-line';
import type { Position } from './position';
import { hasStop } from './resting-order';
import { holdWithOrder, setback } from './setback';
import type { OrderFate, Settlement } from './settlement';
import type { PossiblyExecuted } from './submission';

export type RoundEnd = CloseResult | 'nextRound';

type Settled = Extract<Settlement, { kind: 'settled' }>;

/** Stays with one order until the venue's word on it is final. Nothing else is sent meanwhile. */
export async function settle(
  close: Close,
  order: CloseOrder,
  submission: PossiblyExecuted,
  line: OrderLine,
): Promise<RoundEnd> {
  for (;;) {
    const settlement = await close.effects.awaitTerminalFilled(order, submission);
    if (settlement.kind === 'settled') return goOnFrom(close, order, settlement, line);
    await holdWithOrder(close, settlement.trouble);
    const stop = close.effects.stopRequested();
    if (stop !== null) return handOver(close, stop);
    move(close, 'woke');
  }
}

async function goOnFrom(close: Close, order: CloseOrder, settlement: Settled, line: OrderLine): Promise<RoundEnd> {
  const { order: fate, position, resting, readAtMs } = settlement;
  noteFate(line, fate);
  noteReading(close.progress, { position, readAtMs, hasStop: hasStop(resting, close.target.side) });
  if (fate.kind === 'absent') await close.effects.watchForGhost(order);
  countExecuted(close, fate);
  if (position === null) return finishFlat(close, resting);
  if (!hasExecuted(fate)) return setback(close, nothingExecuted(fate));
  if (!lessThan(leftOf(order, position), order.positionQuantity)) return setback(close, nothingMoved(fate, position));
  forgetMisfortunes(close.progress);
  move(close, 'settled');
  return 'nextRound';
}

type Executed = Extract<OrderFate, { kind: 'terminal' }>;

const hasExecuted = (fate: OrderFate): fate is Executed =>
  fate.kind === 'terminal' && isPositive(fate.executedQuantity);

function countExecuted({ progress }: Close, fate: OrderFate): void {
  if (!hasExecuted(fate) || progress.start === null) return;
  progress.start.executed = add(progress.start.executed, fate.executedQuantity);
}

/** The venue's two words disagree: one may be behind the other. Without a pause, a round that changes nothing would follow another. */
const nothingMoved = ({ status, executedQuantity }: Executed, position: Position): Trouble => ({
  type: 'VenueUnreachable',
  detail: `the order ended ${status} with ${executedQuantity} executed, yet the position reads ${position.quantity}`,
  needsPerson: false,
});

const nothingExecuted = (fate: OrderFate): Trouble => ({
  type: 'OrderRefused',
  detail:
    fate.kind === 'absent'
      ? `the order never reached the venue: ${fate.evidence}`
      : `the order ended ${fate.status} without a fill`,
  needsPerson: false,
});
