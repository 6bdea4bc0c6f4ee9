import type { DecimalText } from './decimal';
import type { ExitDecision, Instant } from './exit-decision';
import type { CloseTarget } from './names';
import type { OrderFate } from './settlement';
import type { Taker } from './taker';
import type { Submission } from './submission';

export const CLOSE_OUTCOMES = [
  'closed',
  'alreadyFlat',
  'closedElsewhere',
  'residual',
  'replaced',
  'refused',
  'handedOver',
] as const;

/** How a close finished: one word, the first reason that applied. */
export type CloseOutcome = (typeof CLOSE_OUTCOMES)[number];

/** One order of a close, from its name to its fate. */
export interface OrderLine {
  round: number;
  clientOrderId: string;
  quantity: DecimalText;
  submission: Submission['kind'];
  /** The venue's words, or ours where it was silent. */
  said?: string | undefined;
  fate?: OrderFate['kind'] | undefined;
  status?: string | undefined;
  orderId?: string | undefined;
  executedQuantity?: DecimalText | undefined;
  averagePrice?: DecimalText | undefined;
  /** It puts back an order of this name, which was cancelled to make way. */
  restores?: string | undefined;
}

/** Who asked for this close, in the order in which they asked. */
export type Asker = Pick<ExitDecision, 'decisionId' | 'source' | 'reason' | 'note' | 'traceId'>;

/** What a close says of itself when it finishes. */
export interface CloseResult extends CloseTarget {
  outcome: CloseOutcome;
  /** One sentence for a person. */
  because: string;
  asked: Asker[];
  startQuantity: DecimalText | null;
  executedQuantity: DecimalText;
  /** What the venue last said was left; null where it was never asked. */
  remainingQuantity: DecimalText | null;
  /** When, by the venue's clock, the last word on the position was read. */
  readAt: Instant | null;
  orders: OrderLine[];
  cancelled: string[];
  leftResting: string[];
  /** Cancelled to make way, and not put back although the position stays open. */
  notRestored: string[];
  /** Who took what this close’s orders do not account for; null where the venue could not be asked. */
  takers: Taker[] | null;
  /** How long the position stood open without the stop it had, ms, at most; null: it never had one. */
  nakedMs: number | null;
}

export const askerOf = ({ decisionId, source, reason, note, traceId }: ExitDecision): Asker => ({
  decisionId,
  source,
  reason,
  traceId,
  ...(note === undefined ? {} : { note }),
});
