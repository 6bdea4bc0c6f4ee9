import type { CloseOrder } from './close-order';
import { equal } from './decimal';
import type { DecimalText } from './decimal';
import type { Trouble } from './failure-types';

/** What sending told us. Silence is an outcome: for a POST the default is `unknown`, and the compiler asks about it. */
export type Submission =
  | { kind: 'accepted'; orderId: string; status: string; executedQuantity: DecimalText; signedAtMs: number }
  /** The venue proved that it did not take the order, and said why. */
  | { kind: 'rejected'; code: string; message: string; next: AfterRejection }
  /** Provably nothing that could execute has left, or the venue turned it away unread. */
  | { kind: 'notSent'; trouble: Trouble }
  /** It may have executed, may yet execute, or may not. */
  | { kind: 'unknown'; cause: UnknownCause; detail: string };

/** What a refusal asks for: a fresh look, the quantity that resting orders claim, a limit order, or a person. */
export type AfterRejection = 'reread' | 'clearClaims' | 'limit' | 'hold';

export type UnknownCause = 'noReply' | 'unreadableReply' | 'venueDoesNotKnow' | 'nameInUse' | 'workerLost';

/** The venue has the order, or may have it. */
export type PossiblyExecuted = Extract<Submission, { kind: 'accepted' | 'unknown' }>;

/** The venue does not have the order, and proved it. */
export type ProvenRefusal = Exclude<Submission, PossiblyExecuted>;

/** Whether the order has to be looked up before anything else is sent. */
export const mayHaveExecuted = (submission: Submission): submission is PossiblyExecuted =>
  submission.kind === 'accepted' || submission.kind === 'unknown';

type Accepted = Extract<PossiblyExecuted, { kind: 'accepted' }>;

/** The answer says FILLED for all of the order. */
export const isFilled = ({ quantity }: CloseOrder, submission: PossiblyExecuted): submission is Accepted =>
  submission.kind === 'accepted' && submission.status === 'FILLED' && equal(submission.executedQuantity, quantity);

/** The answer says that the position went with it: what is still to come is the proof, and nobody waits for it with a position open. */
export const tookAll = (order: CloseOrder, submission: PossiblyExecuted): boolean =>
  isFilled(order, submission) && equal(order.quantity, order.positionQuantity);
