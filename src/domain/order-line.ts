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
