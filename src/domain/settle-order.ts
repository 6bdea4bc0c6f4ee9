import type { Close } from './close-effects';
import { finishFlat, handOver } from './close-finish';
import { move } from './close-move';
import type { CloseOrder } from './close-order';
import { forgetMisfortunes, noteReading } from './close-progress';
import type { CloseResult, OrderLine } from './close-result';
import { add, isPositive } from './decimal';
import type { Trouble } from './failure-types';
import { noteFate } from './order-line';
import { holdWithOrder, setback } from './setback';
import type { OrderFate, Settlement } from './settlement';
import type { Submission } from './submission';

export type RoundEnd = CloseResult | 'nextRound';

type Settled = Extract<Settlement, { kind: 'settled' }>;

/** Stays with one order until the venue's word on it is final. Nothing else is sent meanwhile. */
export async function settle(
  close: Close,
  order: CloseOrder,
  submission: Submission,
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
  noteReading(close.progress, position, readAtMs);
  if (fate.kind === 'absent') await close.effects.watchForGhost(order);
  const moved = countExecuted(close, fate);
  if (position === null) return finishFlat(close, resting);
  if (!moved) return setback(close, nothingExecuted(fate));
  move(close, 'settled');
  return 'nextRound';
}

function countExecuted({ progress }: Close, fate: OrderFate): boolean {
  if (fate.kind === 'absent' || !isPositive(fate.executedQuantity)) return false;
  if (progress.start !== null) progress.start.executed = add(progress.start.executed, fate.executedQuantity);
  forgetMisfortunes(progress);
  return true;
}

const nothingExecuted = (fate: OrderFate): Trouble => ({
  type: 'OrderRefused',
  detail:
    fate.kind === 'absent'
      ? `the order never reached the venue: ${fate.evidence}`
      : `the order ended ${fate.status} without a fill`,
  needsPerson: false,
});
