import type { Amount } from '../decimal';
import type { PositionSide, Side } from '../account/leg';

export type OrderType = 'LIMIT' | 'MARKET';
export type TimeInForce = 'GTC' | 'IOC' | 'FOK' | 'GTX' | 'GTD';
export type OrderStatus = 'NEW' | 'PARTIALLY_FILLED' | 'FILLED' | 'CANCELED' | 'EXPIRED' | 'EXPIRED_IN_MATCH';
/** What happens when an order meets another of the same account. */
export type SelfTradeMode = 'NONE' | 'EXPIRE_TAKER' | 'EXPIRE_MAKER' | 'EXPIRE_BOTH';
/** Who sent it: an API client, a conditional order that triggered, or the venue itself (liquidation, ADL, delisting). */
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
  readonly selfTrade: SelfTradeMode;
  /** When a GTD order ends by itself; 0 for the others. */
  readonly goodTillDate: number;
  readonly priceMatch: string;
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
  /** How often the client has modified it. */
  readonly modified: number;
  /** Why it expired. */
  readonly expiry?: ExpiryReason;
}

/** The numbers by which the venue says why an order expired. Source: "Event: Order Update", field `er`. */
export const EXPIRY = {
  selfTrade: 1,
  immediateOrCancel: 2,
  selfTradeOfTaker: 3,
  reduceOnly: 4,
  liquidated: 5,
  delisted: 7,
  marketUnfilled: 9,
} as const;
export type ExpiryReason = (typeof EXPIRY)[keyof typeof EXPIRY];

export const remaining = (order: Order): Amount => order.quantity.minus(order.executed);
export const isOpen = (order: Order): boolean => order.status === 'NEW' || order.status === 'PARTIALLY_FILLED';
