import type { CloseSight } from './close-sight';
import type { StopRequest, Sweep } from '../close-effects';
import type { Trouble } from '../failure-types';
import type { FlattenLine, OpenPosition } from './flatten-line';
import type { FlattenProgress } from './flatten-progress';
import type { FlattenRequest, FlattenScope } from './flatten-request';
import type { CloseTarget } from '../names';
import type { RestingOrder } from '../resting-order';

/** Open positions in scope, riskiest first. */
export type PositionsReading = { kind: 'read'; positions: OpenPosition[] } | { kind: 'unreadable'; trouble: Trouble };

/** Resting orders in scope that could open a position or enlarge one. */
export type OpeningReading = { kind: 'read'; orders: RestingOrder[] } | { kind: 'unreadable'; trouble: Trouble };

type Leg = Pick<CloseTarget, 'symbol' | 'side'>;

/** One position to ask a close for. The name of the decision is a function of flatten, position and attempt alone. */
export interface CloseAsk extends Leg {
  decisionId: string;
}

/** Started, joined or handled before; or why not, and then it can be asked again by the same name. */
export type CloseAnswer = Leg & ({ kind: 'asked' } | { kind: 'failed'; because: string });

export interface FlattenAlert {
  /** A sentence each: what is held, and why. */
  held: string[];
  trouble: Trouble | null;
}

/** One flatten as the loop carries it. */
export interface Flatten {
  readonly account: string;
  readonly effects: FlattenEffects;
  readonly progress: FlattenProgress;
}

/** The world as `runFlatten` meets it. A workflow passes activities, a test passes a table. */
export interface FlattenEffects {
  /** Everyone who has asked so far; it only grows. */
  asked(): readonly FlattenRequest[];
  stopRequested(): StopRequest | null;
  nowMs(): number;
  nameDecision(line: FlattenLine): string;
  /** How many closes may be under way at once. */
  closesAtOnce(): number;
  /** Where many run, a close is not looked at sooner after it was asked for than this, ms. */
  looksAfterMs(): number;

  readPositions(scopes: readonly FlattenScope[]): Promise<PositionsReading>;
  readOpening(scopes: readonly FlattenScope[]): Promise<OpeningReading>;
  cancelOpening(orders: readonly RestingOrder[]): Promise<Sweep>;
  /** Null where it could not be seen. */
  lookAtCloses(legs: readonly Leg[]): Promise<CloseSight[] | null>;
  /** In the name of one request, in this order. */
  askCloses(request: FlattenRequest, asks: readonly CloseAsk[]): Promise<CloseAnswer[]>;
  alertOperator(alert: FlattenAlert): Promise<void>;

  /** Ends early, as 'woken', when somebody asks or wants it stopped. */
  rest(ms: number): Promise<'woken' | 'elapsed'>;
  /** Called between passes, when nothing is in flight. */
  checkpoint(progress: FlattenProgress): Promise<void>;
  /** The flatten has moved. */
  report(progress: FlattenProgress): void;
}
