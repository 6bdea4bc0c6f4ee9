import type { Amount } from '../decimal';
import type { PositionSide, Side } from '../account/leg';

export type OrderType = 'LIMIT' | 'MARKET';
export type TimeInForce = 'GTC' | 'IOC' | 'FOK' | 'GTX';
export type OrderStatus = 'NEW' | 'PARTIALLY_FILLED' | 'FILLED' | 'CANCELED' | 'EXPIRED';
/** Who sent it: an API client, a conditional order that triggered, or the venue itself (liquidation, ADL). */
export type Origin = 'client' | 'algo' | 'venue';

/** What is asked for; everything is parsed, nothing is checked against the account yet. */
export interface OrderDraft {
  readonly symbol: string;
  readonly side: Side;
  readonly positionSide: PositionSide;
  readonly type: OrderType;
  readonly timeInForce: TimeInForce;
  readonly quantity: Amount;
  /** Zero for a MARKET order. */
  readonly price: Amount;
  readonly reduceOnly: boolean;
  readonly clientOrderId: string;
  readonly origin: Origin;
}

/** One version of one order. */
export interface Order extends OrderDraft {
  readonly orderId: number;
  readonly status: OrderStatus;
  readonly executed: Amount;
  /** USDT paid or received for what executed. */
  readonly quote: Amount;
  /** It can only take off a position: reduce-only, or the closing side in hedge mode. */
  readonly reducing: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export const remaining = (order: Order): Amount => order.quantity.minus(order.executed);
export const isOpen = (order: Order): boolean => order.status === 'NEW' || order.status === 'PARTIALLY_FILLED';
