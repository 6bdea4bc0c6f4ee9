import type { DecimalText } from './decimal';
import type { Trouble } from './failure-types';
import type { Position } from './position';
import type { RestingOrder } from './resting-order';

/** Order statuses after which the venue changes nothing more. */
export const TERMINAL_STATUSES = ['FILLED', 'CANCELED', 'EXPIRED', 'EXPIRED_IN_MATCH', 'REJECTED'] as const;

export const isTerminal = (status: string): boolean => (TERMINAL_STATUSES as readonly string[]).includes(status);

/** The venue's own record of one order. */
export interface OrderRecord {
  orderId: string;
  clientOrderId: string;
  status: string;
  executedQuantity: DecimalText;
  /** What it was for. */
  quantity?: DecimalText | undefined;
  averagePrice?: DecimalText | undefined;
}

/** What the venue says became of the order. */
export type OrderFate =
  | ({ kind: 'terminal' } & OrderRecord)
  /** It waits in the book, as an order does that puts another back. */
  | ({ kind: 'resting' } & OrderRecord)
  /** Proven not to have executed, behind the fence. `venueTimeMs` is the venue's clock when the proof was complete. */
  | { kind: 'absent'; venueTimeMs: number; evidence: string };

/** What became of the order and of the position, both read from the venue. */
export type Settlement =
  | { kind: 'settled'; order: OrderFate; position: Position | null; resting: RestingOrder[]; readAtMs: number }
  /** Not settled within the patience of one look: look again, send nothing. */
  | { kind: 'unresolved'; trouble: Trouble };
