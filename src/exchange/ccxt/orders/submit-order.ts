import { AssertionFailed } from '../../../domain/assert';
import { assertReduces } from '../../../domain/close-order';
import type { CloseOrder } from '../../../domain/close-order';
import type { DecimalText } from '../../../domain/decimal';
import type { Trouble } from '../../../domain/failure-types';
import type { Submission } from '../../../domain/submission';
import type { PositionKey } from '../../port';
import { VenueError } from '../../venue-error';
import type { Lane } from '../lane/lane';
import { ShutOut } from '../lane/address';
import { NoAnswer } from '../lane/no-answer';
import { AnsweredOtherwise } from '../lane/venue-answer';
import { putOff, throttled, unreachable } from '../lane/trouble';
import { classifySubmission } from './classify-submission';
import type { Sent } from './classify-submission';
import { assertWireReduces, ccxtParams } from './wire-order';

/**
 * Sends once and says what that told us. Up to the POST everything is ours, and a fault means that nothing left;
 * from the POST on, everything but the venue's own proof is `unknown`.
 */
export async function submitOrder(lane: Lane, order: CloseOrder, signedAtMs: number): Promise<Submission> {
  assertReduces(order);
  if (lane.orders.waitMs() > 0) return notSent(putOff('the order', lane.orders.comeBack(positionOf(order))));
  const prepared = await prepare(lane, order, signedAtMs);
  if ('kind' in prepared) return prepared;
  lane.orders.sent(order.clientOrderId);
  const submission = await post(lane, prepared).finally(() => lane.orders.answered());
  return isTurnedAway(submission) ? comeBackLater(lane, order, submission) : submission;
}

/** Right before the signature: whether it may be sent now, or else what to wait out. Waits a moment itself, and reserves. */
export async function awaitTurn(lane: Lane, order: CloseOrder): Promise<Trouble | null> {
  const patienceMs = Math.min(PATIENCE, order.signBeforeMs - lane.clock.nowMs());
  const waitMs = await lane.orders.turn(order.clientOrderId, positionOf(order), patienceMs);
  return waitMs > 0 ? putOff('the order', waitMs) : null;
}

/** placeOrder has five seconds, and the request alone may take three, ms. */
const PATIENCE = 1_000;

const positionOf = ({ symbol, positionSide }: CloseOrder): PositionKey => ({ symbol, side: positionSide });

type NotSent = Extract<Submission, { kind: 'notSent' }>;

const isTurnedAway = (submission: Submission): submission is NotSent =>
  submission.kind === 'notSent' && submission.trouble.type === 'VenueThrottled';

/** Not before the venue says, and not all at once: in a place of its own in the window that takes it. */
function comeBackLater(lane: Lane, order: CloseOrder, { trouble }: NotSent): NotSent {
  const waitMs = Math.max(trouble.retryAfterMs ?? 0, lane.orders.comeBack(positionOf(order)));
  return { kind: 'notSent', trouble: { ...trouble, retryAfterMs: waitMs } };
}

interface Prepared {
  wire: Record<string, unknown>;
  sent: Sent;
}

async function prepare(lane: Lane, order: CloseOrder, signedAtMs: number): Promise<Prepared | Submission> {
  try {
    await lane.connect();
    return build(lane, order, signedAtMs);
  } catch (fault) {
    if (fault instanceof AssertionFailed) throw fault;
    return notSent(fault instanceof VenueError ? fault.trouble : refusedHere(fault));
  }
}

function build({ markets, usdm }: Lane, order: CloseOrder, signedAtMs: number): Prepared | Submission {
  const market = markets.known(order.symbol);
  if (market === null) return notSent(refusedHere(`the venue lists no market ${order.symbol}`));
  const params = ccxtParams(order, signedAtMs);
  const { quantity, pricing, side } = order;
  const price = pricing.type === 'limit' ? exact(pricing.price) : undefined;
  const wire = usdm.createOrderRequest(market.ccxtSymbol, pricing.type, side, exact(quantity), price, params);
  const sent = { clientOrderId: order.clientOrderId, marketId: market.id, signedAtMs };
  assertWireReduces(wire, order, sent);
  return { wire, sent };
}

/** ccxt types decimals as numbers and takes them as exact text. */
const exact = (decimal: DecimalText): number => decimal as unknown as number;

async function post({ usdm }: Lane, { wire, sent }: Prepared): Promise<Submission> {
  try {
    const body: unknown = await usdm.fapiPrivatePostOrder(wire);
    return classifySubmission({ status: 200, code: null, message: '', body }, sent);
  } catch (fault) {
    if (fault instanceof AnsweredOtherwise) return classifySubmission(fault.answer, sent);
    if (fault instanceof ShutOut) return notSent(throttled('the order', fault.forMs));
    if (fault instanceof NoAnswer && fault.neverLeft)
      return notSent(unreachable(fault, 'the order', usdm.venueOrigin()));
    return { kind: 'unknown', cause: 'noReply', detail: sentence(fault) };
  }
}

const notSent = (trouble: Trouble): Submission => ({ kind: 'notSent', trouble });

const refusedHere = (fault: unknown): Trouble => ({
  type: 'OrderRefused',
  detail: `not sent: ${sentence(fault)}`,
  needsPerson: false,
});

const sentence = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));
