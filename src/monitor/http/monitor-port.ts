import type { FlattenReceipt } from '../../client/flatten';
import type { Receipt } from '../../client/receipt';
import type { Side } from '../../domain/exit-decision';
import type { FlattenPlan } from '../../domain/flatten/flatten-plan';
import type { FlattenScope } from '../../domain/flatten/flatten-request';
import type { MarketSymbol } from '../../domain/market-symbol';
import type { FlattenView } from '../flatten-view';
import type { AnsweredRequest } from '../metrics/monitor-verbs';
import type { BoardState, CloseDetail, CloseView, HealthView, PositionView } from '../views';

/** What the HTTP service and the board need of the monitor. Synchronous calls answer from memory and are cheap. */
export interface MonitorPort {
  health(): HealthView;
  ready(): Readiness;
  positions(): PositionView[];
  /** All that the board shows; asked about twice a second while somebody watches. */
  board(): BoardState;
  /** Running closes, and the newest finished ones, newest first. */
  closes(): Promise<Known<CloseView[]>>;
  /** One close by its workflow id, its newest run where none is named; null where there is none. */
  closeDetail(workflowId: string, runId?: string): Promise<Known<CloseDetail | null>>;
  /** The proof of a finished close as one self-contained page; null where there is none. */
  proof?(workflowId: string, runId?: string): Promise<Known<Document | null>>;
  metrics(): Promise<Document>;
  manualClose(order: ManualCloseOrder): Promise<ManualCloseAnswer>;
  flatten(order: FlattenOrder): Promise<FlattenAnswer>;
  /** What a flatten would do now; reads the venue, and starts nothing. */
  planFlatten(scope: FlattenScope): Promise<FlattenPlanAnswer>;
  /** The account's newest flatten, running or finished; null where there was none. */
  flattening(): Promise<Known<FlattenView | null>>;
  /** Told of every answer, for the metrics. */
  answered?(request: AnsweredRequest): void;
}

export interface Readiness {
  ready: boolean;
  /** One sentence: what it waits for. */
  because: string | null;
}

/** A document as it is sent. */
export interface Document {
  contentType: string;
  body: string;
}

/** Temporal knows it, or does not answer: then nobody says "there is none". */
export type Known<Fact> = { kind: 'known'; fact: Fact } | { kind: 'temporalAway'; because: string };

/** Who asked over HTTP, and from where. */
export interface Asking {
  /** From X-Operator; 'unnamed' where it was not sent. */
  operator: string;
  reason: string;
  /** The caller's own key: the same key is the same request, also after a restart. */
  idempotencyKey: string | null;
  /** The remote address. */
  address: string;
}

export interface ManualCloseOrder extends Asking {
  symbol: MarketSymbol;
  /** Null: the side of the one position there is. */
  side: Side | null;
}

export interface FlattenOrder extends Asking {
  scope: FlattenScope;
}

/** Why nothing was asked of anybody. The sentences are for the operator. */
type Refused =
  /** The venue has not been heard lately: whether there is a position is not known. */
  { kind: 'positionsUnknown'; because: string } | { kind: 'temporalAway'; because: string };

export type ManualCloseAnswer =
  | { kind: 'accepted'; receipt: Receipt; side: Side }
  | { kind: 'unknownSymbol'; because: string }
  /** The venue was heard, and has no such position. */
  | { kind: 'noPosition'; because: string }
  | { kind: 'ambiguousSide'; sides: Side[] }
  | { kind: 'refused'; because: string }
  | Refused;

/** Markets that were named, and that the venue does not list: a flatten of them would look like one that had nothing to do. */
interface UnknownSymbols {
  kind: 'unknownSymbols';
  marketIds: string[];
}

export type FlattenAnswer =
  | { kind: 'accepted'; receipt: FlattenReceipt }
  | { kind: 'refused'; because: string }
  | UnknownSymbols
  | Extract<Refused, { kind: 'temporalAway' }>;

export type FlattenPlanAnswer =
  { kind: 'planned'; plan: FlattenPlan } | UnknownSymbols | Extract<Refused, { kind: 'positionsUnknown' }>;
