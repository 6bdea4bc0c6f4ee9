import type { Close } from './close-effects';
import { callOperatorOnce } from './call-operator';
import { move } from './close-move';
import type { CloseOrder } from './close-order';
import { noteReading } from './close-progress';
import type { OrderLine } from './close-result';
import { isPositive } from './decimal';
import type { DecimalText } from './decimal';
import { noteFate, noteSubmission, openLine, remember } from './order-line';
import { hasStop } from './resting-order';
import type { Restoring } from './restore-plan';
import { isTerminal } from './settlement';
import { mayHaveExecuted } from './submission';
import type { PossiblyExecuted } from './submission';
import { TIMES } from './times';

/**
 * Orders that claimed the position were cancelled to make way for the close. Where the position stays open all the same, they
 * are put back at once, for at most what is open. Each is an order like any other: named first, sent once, looked up in doubt.
 * What could not be put back stays owed.
 */
export async function restoreClaims(close: Close): Promise<'restored' | 'nothingOwed'> {
  const { progress } = close;
  const { owed, start } = progress;
  if (owed.length === 0 || start === null) return 'nothingOwed';
  move(close, 'restore');
  const listed = await restoreWhileRecordsLag(close, start.entryPrice);
  // What is listed to the end was never cancelled, and is not missing.
  progress.owed = progress.owed.filter((order) => !listed.includes(order.orderId));
  return 'restored';
}

/** Tries for as long as a venue's records may lag behind what it has cancelled. Returns the orders that it lists as resting. */
async function restoreWhileRecordsLag(close: Close, entryPrice: DecimalText): Promise<readonly string[]> {
  const { effects } = close;
  for (let pauseMs: number = TIMES.pauseFirst; ; pauseMs *= 2) {
    const { listed, isComplete } = await restoreEnded(close, entryPrice);
    if (isComplete || pauseMs > TIMES.pauseMax || effects.stopRequested() !== null) return listed;
    await pause(close, pauseMs);
  }
}

/** Puts back what the venue says has ended. Complete: it has said what became of all. */
async function restoreEnded(close: Close, entryPrice: DecimalText) {
  const { progress, effects, target } = close;
  const { owed } = progress;
  const rounds = owed.map(() => (progress.round += 1));
  const names = rounds.map((round) => effects.nameOrder(round));
  const plan = await effects.planRestore({ target, entryPrice, owed, names });
  if (plan.kind === 'unreadable') return { listed: [], isComplete: false };
  noteReading(progress, plan);
  const open = [...plan.listed, ...plan.unlisted];
  progress.owed = [...open];
  for (const restoring of plan.orders)
    await restoreOne(close, restoring, rounds[names.indexOf(restoring.order.clientOrderId)] ?? progress.round);
  return { listed: plan.listed.map(({ orderId }) => orderId), isComplete: open.length === 0 };
}

async function restoreOne(close: Close, { order, instead }: Restoring, round: number): Promise<void> {
  const { progress, effects } = close;
  if (effects.stopRequested() !== null) return void progress.owed.push(instead);
  const line: OrderLine = { ...openLine(round, order), restores: instead.clientOrderId };
  progress.orders = remember(progress.orders, line);
  const submission = await effects.placeOrder(order);
  noteSubmission(line, submission);
  if (submission.kind === 'accepted' && !isTerminal(submission.status)) line.fate = 'resting';
  else if (mayHaveExecuted(submission)) await findOut(close, order, submission, line);
  if (!isBack(line)) progress.owed.push(instead);
}

/** It rests, or the market has come to it. */
const isBack = ({ fate, executedQuantity }: OrderLine): boolean =>
  fate === 'resting' || isPositive(executedQuantity ?? '0');

/** A restored order whose reply was lost is open until the venue shows it, or it is proven absent behind the fence. */
async function findOut(close: Close, order: CloseOrder, submission: PossiblyExecuted, line: OrderLine): Promise<void> {
  const { effects, progress, target } = close;
  for (;;) {
    const settlement = await effects.awaitTerminalFilled(order, submission);
    if (settlement.kind === 'settled') {
      const { position, resting, readAtMs } = settlement;
      noteReading(progress, { position, readAtMs, hasStop: hasStop(resting, target.side) });
      return noteFate(line, settlement.order);
    }
    await callOperatorOnce(close, settlement.trouble);
    if (effects.stopRequested() !== null) return;
    await pause(close, TIMES.heldFirst);
  }
}

/** Whoever wakes the close means the close, and not this: it is remembered for the hold that it stands in. */
async function pause({ effects, progress }: Close, ms: number): Promise<void> {
  if ((await effects.rest(ms)) === 'woken') progress.wokenEarly = true;
}
