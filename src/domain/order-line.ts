import { assert } from './assert';
import type { CloseOrder } from './close-order';
import type { OrderLine } from './close-result';
import { lessThan } from './decimal';
import type { OrderFate } from './settlement';
import type { Submission } from './submission';

/** The account of one order, opened before it is sent: until we hear otherwise, its fate is unknown. */
export const openLine = (round: number, order: CloseOrder): OrderLine => ({
  round,
  clientOrderId: order.clientOrderId,
  quantity: order.quantity,
  submission: 'unknown',
});

// A close that is held for weeks meets the same refusal thousands of times: the newest stand for all, the history has each.
const REFUSALS_KEPT = 50;

/** The account with one more order. Orders that may have executed are never left out of it. */
export function remember(orders: readonly OrderLine[], line: OrderLine): OrderLine[] {
  const refusals = orders.filter(isRefusal);
  const old = new Set(refusals.slice(0, Math.max(0, refusals.length - REFUSALS_KEPT)));
  return [...orders.filter((one) => !old.has(one)), line];
}

const isRefusal = ({ submission }: OrderLine): boolean => submission === 'rejected' || submission === 'notSent';

export function noteSubmission(line: OrderLine, submission: Submission): void {
  line.submission = submission.kind;
  const said = saidIn(submission);
  if (said !== undefined) line.said = said;
  if (submission.kind === 'accepted') line.orderId = submission.orderId;
}

export function noteFate(line: OrderLine, fate: OrderFate): void {
  line.fate = fate.kind;
  if (fate.kind === 'absent') return;
  const { status, orderId, executedQuantity, averagePrice } = fate;
  assert(
    !lessThan(line.quantity, executedQuantity),
    `order ${orderId} executed ${executedQuantity} of ${line.quantity}`,
  );
  Object.assign(line, { status, orderId, executedQuantity, ...(averagePrice === undefined ? {} : { averagePrice }) });
}

/** What is known of an order's end, in one word. */
export function fateOf(line: OrderLine): string {
  if (line.status !== undefined) return line.status;
  if (line.fate !== undefined) return line.fate;
  return isRefusal(line) ? 'not executed' : 'open';
}

function saidIn(submission: Submission): string | undefined {
  switch (submission.kind) {
    case 'accepted':
      return undefined;
    case 'rejected':
      return `${submission.code} ${submission.message}`;
    case 'notSent':
      return submission.trouble.detail;
    case 'unknown':
      return `${submission.cause}: ${submission.detail}`;
  }
}
