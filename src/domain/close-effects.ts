import type { CloseOrder } from './close-order';
import type { CloseProgress } from './close-progress';
import type { ExitDecision } from './exit-decision';
import type { Trouble } from './failure-types';
import type { CloseTarget } from './names';
import type { RestingOrder } from './resting-order';
import type { RestorePlan, RestoreRequest } from './restore-plan';
import type { Settlement } from './settlement';
import type { PossiblyExecuted, Submission } from './submission';
import type { Taker } from './taker';
import type { CloseQuestion, Verdict } from './verdict';

export type ClosableVerdict = Extract<Verdict, { kind: 'closable' }>;

export interface BypassRequest {
  verdict: ClosableVerdict;
  clientOrderId: string;
  lateRounds: number;
  /** The venue refused a market order for its price: this one names a price. */
  priceProtected: boolean;
}

/** The order, and why no margin was asked; or why there is no order that only reduces. */
export type Bypass = { kind: 'reduces'; order: CloseOrder; because: string } | { kind: 'impossible'; trouble: Trouble };

export interface TakersRequest {
  target: CloseTarget;
  /** Venue clock, ms. */
  sinceMs: number;
}

/** Someone wants the close to stop sending: an operator's release, or a cancel request. */
export interface StopRequest {
  operator: string;
  reason: string;
}

export interface Sweep {
  cancelled: string[];
  left: string[];
}

export interface Alert {
  trouble: Trouble;
  misfortunes: number;
}

/** One close as the loop carries it. */
export interface Close {
  readonly target: CloseTarget;
  readonly effects: CloseEffects;
  readonly progress: CloseProgress;
}

/** The world as `runClose` meets it. A workflow passes activities, a simulation passes a simulated venue. */
export interface CloseEffects {
  /** Everyone who has asked for this close so far; it only grows. */
  asked(): readonly ExitDecision[];
  stopRequested(): StopRequest | null;
  nameOrder(round: number): string;

  validate(question: CloseQuestion): Promise<Verdict>;
  marginBypass(request: BypassRequest): Promise<Bypass>;
  placeOrder(order: CloseOrder): Promise<Submission>;
  awaitTerminalFilled(order: CloseOrder, submission: PossiblyExecuted): Promise<Settlement>;
  cancelRestingOrders(orders: readonly RestingOrder[]): Promise<Sweep>;
  alertOperator(alert: Alert): Promise<void>;
  /** Looks again, much later, for an order that was judged absent. */
  watchForGhost(order: CloseOrder): Promise<void>;
  /** Reads what it takes to put back orders that were cancelled to make way. */
  planRestore(request: RestoreRequest): Promise<RestorePlan>;
  /** Whose orders have taken from the position since then; null where that could not be read. */
  listTakers(request: TakersRequest): Promise<Taker[] | null>;

  /** Ends early, as 'woken', when a person wants it: a manual close, a release, a cancel request. */
  rest(ms: number): Promise<'woken' | 'elapsed'>;
  /** Called between rounds, when nothing is in flight. */
  checkpoint(progress: CloseProgress): Promise<void>;
  /** The close has moved. */
  report(progress: CloseProgress): void;
}
