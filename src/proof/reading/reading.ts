import type { Sweep } from '../../domain/close-effects';
import type { CloseOrder } from '../../domain/close-order';
import type { CloseResult } from '../../domain/close-result';
import type { DecimalText } from '../../domain/decimal';
import type { ExitDecision, Instant } from '../../domain/exit-decision';
import type { OrderFate, Settlement } from '../../domain/settlement';
import type { Submission } from '../../domain/submission';
import type { Ending } from '../history-facts';

/** One thing the history says, with the event that says it. `at` is Temporal's clock when the event was written. */
export interface Told {
  eventId: number;
  at: Instant;
}

/** What a close's history tells, decoded and put in order. Plain JSON: it stands in the proof beside the history itself. */
export interface Reading {
  workflowId: string;
  /** What the workflow was started with, where it is a whole decision. */
  decision: ExitDecision | null;
  /** What is wrong with it otherwise, by the names of its fields. */
  decisionFault: string | null;
  /** Everyone who asked, the first one first. */
  asked: Asked[];
  rounds: Round[];
  /** Every reading of the position, oldest first. */
  positions: PositionRead[];
  money: Money;
  times: Times;
  /** How long the position stood open without the stop it had, ms, at most; null: it never had one, or the close has not ended. */
  nakedMs: number | null;
  /** What the close says of itself; null where it has not finished. */
  result: CloseResult | null;
  ending: Ending;
  timeline: TimelineLine[];
}

/** One who asked for this close, or who said something to it. */
export interface Asked extends Told {
  by: 'start' | 'exitRequested' | 'manualClose';
  source: string;
  reason: string;
  decisionId: string;
  note: string | null;
  operator: string | null;
  /** Why it was not heard, as far as the message itself shows; null: nothing speaks against it. */
  fault: string | null;
}

/** One pass of the four steps: what was read, and the orders that rest on it. A pass that puts orders back may send several. */
export interface Round {
  /** Null where orders stand in the history without any reading before them. */
  read: Read | null;
  orders: OrderStory[];
  cancelled: (Told & Sweep) | null;
}

/** The reading that opens a round, in the words of its verdict. */
export interface Read extends Told {
  by: 'validate' | 'planRestore';
  verdict: string;
  says: string;
}

export interface OrderStory extends Told {
  order: CloseOrder;
  /** It puts back an order of this name, which was cancelled to make way. */
  restores: string | null;
  /** The event with the order as it was built, why it needs no margin, and whether it was sent as built. */
  built: (Told & { because: string; isSame: boolean }) | null;
  answer: (Told & { submission: Submission }) | null;
  settlements: (Told & { settlement: Settlement })[];
  /** The venue's last word on it, and the event that has it. */
  fate: (Told & { fate: OrderFate }) | null;
}

/** The position as the venue reported it at one moment: of the close's own market and side. */
export interface PositionRead extends Told {
  by: 'validate' | 'awaitTerminalFilled' | 'planRestore';
  /** By the venue's clock. */
  readAt: Instant;
  /** In contracts, '0' for flat. */
  quantity: DecimalText;
  entryPrice: DecimalText | null;
  markPrice: DecimalText | null;
  hasStop: boolean | null;
  /** Another position stands where the one to close stood. */
  isAnother: boolean;
}

/** One order's execution by the venue's own record of it. */
export interface Filled extends Told {
  clientOrderId: string;
  orderId: string;
  quantity: DecimalText;
  averagePrice: DecimalText | null;
  entryPrice: DecimalText;
}

export interface Money {
  fills: Filled[];
  executedQuantity: DecimalText;
  /** Over all fills; null where one has no price. */
  averagePrice: DecimalText | null;
  /** Settled in this currency. */
  currency: string | null;
  /** From entry prices and average prices, before fees and funding; negative for a loss. */
  grossProfit: string | null;
  fees: { amount: null; because: string };
  realisedProfit: { amount: null; because: string };
}

export interface Times {
  decidedAt: Instant | null;
  startedAt: Instant;
  /** When the history first knew that the venue had an order of this close, by Temporal's clock. */
  orderAt: Instant | null;
  /** When the history had the venue's last word that the position is flat, by Temporal's clock; null where it was not read flat. */
  flatAt: Instant | null;
  /** The same reading by the venue's clock. */
  flatReadAt: Instant | null;
  decisionToOrderMs: number | null;
  orderToFlatMs: number | null;
  decisionToFlatMs: number | null;
}

export interface TimelineLine extends Told {
  /** Who spoke or acted: a source, an operator, 'venue', 'worker', 'Temporal'. */
  who: string;
  says: string;
  /** Worth a second look. */
  isTrouble: boolean;
}
