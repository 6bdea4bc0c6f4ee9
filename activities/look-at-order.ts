import type { CloseOrder } from '../src/domain/close-order';
import { showsExecution } from '../src/domain/consistent-reading';
import { rests } from '../src/domain/pricing';
import { isTerminal } from '../src/domain/settlement';
import type { OrderRecord } from '../src/domain/settlement';
import { isFilled } from '../src/domain/submission';
import type { PossiblyExecuted } from '../src/domain/submission';
import { TIMES } from '../src/domain/times';
import type { Exchange } from '../src/exchange/port';
import { notYet } from './look';
import type { Look } from './look';
import { proveAbsent } from './prove-absent';
import { readAftermath } from './read-aftermath';
import type { Aftermath } from './read-aftermath';

export async function lookAtOrder(exchange: Exchange, order: CloseOrder, submission: PossiblyExecuted): Promise<Look> {
  // An accepted market order is most likely done: its record, the position and what rests are read in one round trip.
  const [record, aftermath] = await Promise.all([
    (exchange.isCrowded() ? filledByAnswer(order, submission) : null) ??
      exchange.findOrder(order.symbol, order.clientOrderId),
    submission.kind === 'accepted' ? readAftermath(exchange, order) : null,
  ]);
  if (record === null)
    return submission.kind === 'accepted' ? notYet(forgotten(submission)) : proveAbsent(exchange, order);
  if (!isTerminal(record.status) && !rests(order.pricing)) return notYet(`the venue says ${record.status}`);
  return settledIfShown(exchange, order, record, aftermath ?? (await readAftermath(exchange, order)));
}

/** An answer that says FILLED for all of the order is the venue's record of it; only the average price is missing there. */
function filledByAnswer(order: CloseOrder, submission: PossiblyExecuted): OrderRecord | null {
  if (!isFilled(order, submission)) return null;
  const { clientOrderId, quantity } = order;
  const { orderId, status, executedQuantity } = submission;
  return { orderId, clientOrderId, status, executedQuantity, quantity };
}

function settledIfShown(exchange: Exchange, order: CloseOrder, record: OrderRecord, aftermath: Aftermath): Look {
  const lagEndsMs = order.signBeforeMs + order.recvWindowMs + TIMES.visibilityMargin;
  const believed = showsExecution(order, record, aftermath.position) || exchange.venueNowMs() > lagEndsMs;
  if (!believed) return notYet(`order ${record.orderId} is ${record.status}, and the position does not show it yet`);
  const kind = isTerminal(record.status) ? 'terminal' : 'resting';
  return { kind: 'settled', order: { kind, ...record }, ...aftermath };
}

const forgotten = ({ orderId }: Extract<PossiblyExecuted, { kind: 'accepted' }>): string =>
  `the venue accepted it as ${orderId}, and does not know it now`;
