import type { DecimalText } from '../domain/decimal';
import type { ExitReason, Instant, Side } from '../domain/exit-decision';
import type { MarketSymbol } from '../domain/market-symbol';
import type { DeadManView } from './dead-man/dead-man-view';
import type { FeedStatus } from './feeds/feed';
import type { ProofsView } from './proofs-view';

/** What the monitor shows of itself: the shapes of its HTTP answers and of the board's events. */

/** How far one rule is from firing on one position. */
export interface RuleView {
  rule: string;
  reason: ExitReason;
  state: 'armed' | 'waiting' | 'firing' | 'blind';
  /** The mark price at which it fires; for a waiting rule, the one that arms it. Null where no price does. */
  level: number | null;
  /** How far the mark price is from `level`, in percent of the mark price, never negative; 0 when firing. */
  distancePercent: number | null;
  /** Why it is blind, what it waits for, or what was crossed. */
  because?: string | undefined;
}

/** The running close of a position. */
export interface CloseLink {
  workflowId: string;
  runId: string | null;
  state: string;
  uiLink: string;
}

export interface PositionView {
  account: string;
  symbol: MarketSymbol;
  /** The venue's id, 'BTCUSDT': what people type. */
  marketId: string;
  side: Side;
  quantity: DecimalText;
  entryPrice: DecimalText;
  markPrice: DecimalText | null;
  priceAgeMs: number | null;
  priceSource: 'stream' | 'rest' | null;
  /** Unrealised profit at the mark price, in quote currency. */
  profit: number | null;
  /** Of the entry value, in percent, positive when in profit. */
  profitPercent: number | null;
  liquidationPrice: DecimalText | null;
  bestPrice: number | null;
  heldForMs: number | null;
  /** The best price or the time held had to be rebuilt after a restart, and may be less than the truth. */
  rebuilt: boolean;
  rules: RuleView[];
  /** Guards that keep rules from firing, in words. */
  warnings: string[];
  close: CloseLink | null;
}

export type StepName = 'validate' | 'marginBypass' | 'placeOrder' | 'awaitTerminalFilled';
export type StepState = 'idle' | 'running' | 'done' | 'failed';

/** One close, running or finished. */
export interface CloseView {
  workflowId: string;
  runId: string;
  account: string;
  marketId: string;
  side: Side;
  reason: string;
  source: string;
  running: boolean;
  /** 'closing', 'held' or 'finished'; with what it is doing in `doing`. */
  state: string;
  doing: string | null;
  outcome: string | null;
  because: string | null;
  startedAt: Instant;
  finishedAt: Instant | null;
  /** From the start to the venue's last word on the position, ms. */
  timeToFlatMs: number | null;
  round: number;
  steps: Record<StepName, StepState>;
  trouble: string | null;
  uiLink: string;
  /** Where its proof can be read, a path of this service or elsewhere; absent or null while there is none. */
  proofLink?: string | null | undefined;
}

export interface MarkerView {
  marker: string;
  eventId: number | null;
  at: Instant | null;
  says: string;
}

/** `GET /closes/:id`. */
export interface CloseDetail extends CloseView {
  asked: { decisionId: string; source: string; reason: string; note?: string | undefined; traceId: string }[];
  orders: {
    round: number;
    clientOrderId: string;
    quantity: DecimalText;
    submission: string;
    fate: string;
    executedQuantity?: DecimalText | undefined;
    averagePrice?: DecimalText | undefined;
    orderId?: string | undefined;
    said?: string | undefined;
  }[];
  markers: MarkerView[];
}

export interface HealthView {
  /** `ok`: everything live. `degraded`: it watches, with something amiss. `blind`: it cannot judge positions now. */
  status: 'ok' | 'degraded' | 'blind';
  account: string;
  venue: string;
  version: string;
  node: string;
  uptimeMs: number;
  positionsWatched: number;
  lastTickAgeMs: number | null;
  temporal: { reachable: boolean; address: string; detail?: string | undefined };
  exchange: {
    reachable: boolean;
    weightUsed1m: number | null;
    weightLimit1m: number | null;
    detail?: string | undefined;
  };
  feeds: (FeedStatus & { ageMs: number | null })[];
  triggers: { started: number; joined: number; waiting: number; oldestWaitingMs: number | null };
  rules: { loadedAt: Instant; file: string | null; lastRefusal: string | null };
  manualClose: { enabled: boolean };
  deadMan: DeadManView;
  proofs: ProofsView;
  warnings: string[];
}

/** What the board is sent, live. */
export interface BoardState {
  at: Instant;
  health: HealthView;
  positions: PositionView[];
  closes: CloseView[];
}
