import type { DecimalText } from './decimal';
import type { Side } from './exit-decision';
import type { MarketSymbol } from './market-symbol';
import { closingSide } from './position';
import type { OrderSide } from './position';

/** An order that waits at the venue: a limit order in the book, or a conditional one in the algo service. */
export interface RestingOrder {
  symbol: MarketSymbol;
  book: 'regular' | 'algo';
  orderId: string;
  clientOrderId: string;
  type: string;
  side: OrderSide;
  quantity: DecimalText;
  /** Of a limit order in the book; null for a conditional one. */
  price: DecimalText | null;
  /** The leg it acts on in hedge mode; null in one-way mode. */
  leg: Side | null;
  /** The venue holds it to reducing: reduceOnly, or closePosition. */
  reduceOnly: boolean;
}

/** Orders that can do nothing but reduce the position on `side`, and so rest for nothing once it is flat. */
export const reducesPosition = (order: RestingOrder, side: Side): boolean =>
  order.side === closingSide(side) && (order.leg === null ? order.reduceOnly : order.leg === side);

/** A conditional order that ends the position when the market goes against it: while it rests, the position has its stop. */
export const isStop = (order: RestingOrder, side: Side): boolean =>
  order.book === 'algo' && reducesPosition(order, side) && /^(STOP|TRAILING_STOP)/.test(order.type);

export const hasStop = (resting: readonly RestingOrder[], side: Side): boolean =>
  resting.some((order) => isStop(order, side));

/** As people are told of it. */
export const describeResting = ({ type, orderId, clientOrderId }: RestingOrder): string =>
  `${type} ${orderId} (${clientOrderId})`;

/**
 * May be cancelled so that a close can go on. An order without a price is a triggered stop about to execute: it does what the
 * close wants, and could not be put back.
 */
export const canMakeWay = (order: RestingOrder, side: Side): boolean =>
  claimsQuantity(order, side) && order.price !== null;

/** Resting reduce-only orders in the book claim the position's quantity (-2022, -4118); algo orders claim it only once triggered. */
export const claimsQuantity = (order: RestingOrder, side: Side): boolean =>
  order.book === 'regular' && reducesPosition(order, side);

/** The side on which an order can open or enlarge a position; null where all it can do is reduce. */
export function opens({ side, leg, reduceOnly }: RestingOrder): Side | null {
  const toward = side === 'buy' ? 'long' : 'short';
  if (leg === null) return reduceOnly ? null : toward;
  return leg === toward ? leg : null;
}
