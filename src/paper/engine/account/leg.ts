import { ZERO, least } from '../decimal';
import type { Amount } from '../decimal';

export type PositionMode = 'one-way' | 'hedge';
export type PositionSide = 'BOTH' | 'LONG' | 'SHORT';
export type Side = 'BUY' | 'SELL';

/** One side of one market. The quantity is signed: below zero is short, in hedge mode too. */
export interface Leg {
  readonly symbol: string;
  readonly positionSide: PositionSide;
  readonly quantity: Amount;
  readonly entryPrice: Amount;
  /** What is set aside for it in isolated margin. */
  readonly isolatedWallet?: Amount;
  readonly updatedAt: number;
}

export interface LegChange {
  readonly quantity: Amount;
  readonly entryPrice: Amount;
  readonly realizedPnl: Amount;
}

export const legKey = (symbol: string, positionSide: PositionSide): string => `${symbol} ${positionSide}`;
export const emptyLeg = (symbol: string, positionSide: PositionSide): Leg => ({
  symbol,
  positionSide,
  quantity: ZERO,
  entryPrice: ZERO,
  updatedAt: 0,
});
export const signed = (side: Side, quantity: Amount): Amount => (side === 'BUY' ? quantity : quantity.neg());
export const closingSide = (leg: Leg): Side => (leg.quantity.gt(0) ? 'SELL' : 'BUY');

/** How much an order of this side could take off the leg. */
export const reducible = (leg: Leg, side: Side): Amount =>
  leg.quantity.isZero() || side !== closingSide(leg) ? ZERO : leg.quantity.abs();

/** Average entry prices are kept to this many decimals. */
const ENTRY_DECIMALS = 12;

const increase = (leg: Leg, change: Amount, price: Amount): LegChange => {
  const quantity = leg.quantity.plus(change);
  const cost = leg.quantity.times(leg.entryPrice).plus(change.times(price));
  return { quantity, entryPrice: cost.div(quantity).toDecimalPlaces(ENTRY_DECIMALS), realizedPnl: ZERO };
};

/** Reducing keeps the entry price; going through zero starts a new position at the fill's price. */
const reduce = (leg: Leg, change: Amount, price: Amount): LegChange => {
  const quantity = leg.quantity.plus(change);
  const closed = least(leg.quantity.abs(), change.abs()).times(leg.quantity.s);
  const entryPrice = quantity.isZero() ? ZERO : quantity.s === leg.quantity.s ? leg.entryPrice : price;
  return { quantity, entryPrice, realizedPnl: price.minus(leg.entryPrice).times(closed) };
};

/** What a fill of `change` (signed) at `price` makes of the leg. */
export const changeLeg = (leg: Leg, change: Amount, price: Amount): LegChange =>
  leg.quantity.isZero() || leg.quantity.s === change.s ? increase(leg, change, price) : reduce(leg, change, price);
