import type { Close, StopRequest } from './close-effects';
import { move } from './close-move';
import { executedByUs } from './close-progress';
import type { CloseProgress } from './close-progress';
import { askerOf } from './close-result';
import type { CloseOutcome, CloseResult, OrderLine } from './close-result';
import { isZero, lessThan } from './decimal';
import { nakedMsUntil } from './naked-time';
import { describeResting, reducesPosition } from './resting-order';
import type { RestingOrder } from './resting-order';
import { describeTaker } from './taker';
import type { Verdict } from './verdict';
import { findWhoElse } from './who-else';

/** The venue says flat: cancel what now rests for nothing, then say whose doing it was. */
export async function finishFlat(close: Close, resting: readonly RestingOrder[]): Promise<CloseResult> {
  move(close, 'flat');
  await sweep(close, resting);
  await findWhoElse(close);
  move(close, 'swept');
  return resultOf(close, ...flatBecause(close.progress));
}

/** An operator, or a cancel request, takes the close over; an order whose fate is open is named. */
export function handOver(close: Close, { operator, reason }: StopRequest): CloseResult {
  move(close, 'stopped');
  const open = close.progress.orders.filter(isOpen);
  const names = open.map((line) => line.clientOrderId).join(', ');
  const warning = names === '' ? '' : `; the fate of ${names} is open: look it up before sending anything`;
  return resultOf(close, 'handedOver', `${operator} took it over: ${reason}${warning}${owedIn(close)}`);
}

/** Orders that made way and were not put back; the position stays without them. */
function owedIn({ progress: { owed } }: Close): string {
  if (owed.length === 0) return '';
  return `; cancelled to make way and not put back: ${owed.map(describeResting).join(', ')}`;
}

const isOpen = (line: OrderLine): boolean =>
  line.fate === undefined && (line.submission === 'unknown' || line.submission === 'accepted');

type Done = Extract<Verdict, { kind: 'reached' | 'residual' | 'replaced' | 'refused' }>;

/** A verdict that ends the close with the position, or another one, still standing. */
export function finishWith(close: Close, verdict: Done): CloseResult {
  move(close, 'done');
  switch (verdict.kind) {
    case 'reached':
      return resultOf(
        close,
        'closed',
        `what was asked is closed; ${verdict.position.quantity} stays, as wanted${owedIn(close)}`,
      );
    case 'residual':
      return resultOf(close, 'residual', `${verdict.amount} is left to close, less than one order can carry`);
    case 'replaced':
      return resultOf(close, 'replaced', replacedBecause(verdict));
    case 'refused':
      return resultOf(close, 'refused', `${verdict.refusal}: ${verdict.because}`);
  }
}

async function sweep({ target, progress, effects }: Close, resting: readonly RestingOrder[]): Promise<void> {
  const useless = resting.filter((order) => reducesPosition(order, target.side));
  if (useless.length === 0) return;
  const { cancelled, left } = await effects.cancelRestingOrders(useless);
  progress.cancelled.push(...cancelled);
  progress.leftResting.push(...left);
}

function flatBecause({ start, orders, takers }: CloseProgress): [CloseOutcome, string] {
  if (start !== null && !lessThan(start.executed, start.quantity))
    return ['closed', `the venue reads flat, and this close’s orders account for all ${start.quantity}`];
  if (start === null && orders.length === 0) return ['alreadyFlat', 'the venue read flat before anything was sent'];
  const ours = `this close’s orders account for ${start?.executed ?? 'an unknown part'} of it`;
  return ['closedElsewhere', ['the venue reads flat', ours, ...(takers ?? []).map(describeTaker)].join('; ')];
}

const replacedBecause = ({ expectedEntryPrice, position }: Extract<Verdict, { kind: 'replaced' }>): string =>
  `the position was entered at ${position.entryPrice}, not at ${expectedEntryPrice}: it is another one, and is left alone`;

function resultOf({ target, progress, effects }: Close, outcome: CloseOutcome, because: string): CloseResult {
  const { lastRead, start, orders, cancelled, leftResting, owed, takers, naked } = progress;
  return {
    ...target,
    outcome,
    because,
    asked: effects.asked().map(askerOf),
    startQuantity: start?.quantity ?? null,
    executedQuantity: executedByUs(progress),
    remainingQuantity: lastRead?.quantity ?? null,
    readAt: lastRead === null ? null : new Date(lastRead.readAtMs).toISOString(),
    orders,
    cancelled,
    leftResting,
    notRestored: isZero(lastRead?.quantity ?? '0') ? [] : owed.map(describeResting),
    takers,
    nakedMs: nakedMsUntil(naked, lastRead?.readAtMs ?? 0),
  };
}
