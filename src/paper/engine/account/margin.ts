import { ZERO, sum } from '../decimal';
import type { Amount } from '../decimal';
import { remaining } from '../orders/order';
import type { Order } from '../orders/order';
import { markOf } from '../world';
import type { World } from '../world';
import type { Leg } from './leg';

export const LEVERAGE_DEFAULT = 20;

/** All in USDT; cross margin, single asset. */
export interface LegMargin {
  readonly mark: Amount;
  readonly leverage: number;
  readonly notional: Amount;
  readonly unrealized: Amount;
  readonly initial: Amount;
  readonly maintenance: Amount;
}

export interface AccountMargin {
  readonly wallet: Amount;
  readonly unrealized: Amount;
  /** What isolated positions have set aside of the wallet. */
  readonly isolatedWallet: Amount;
  /** Of cross positions only. */
  readonly crossUnrealized: Amount;
  readonly positionInitial: Amount;
  readonly orderInitial: Amount;
  readonly maintenance: Amount;
  /** What cross positions may lose together before they are liquidated. */
  readonly crossCushion: Amount;
  readonly available: Amount;
}

export const leverageOf = (world: World, symbol: string): number => world.leverages.get(symbol) ?? LEVERAGE_DEFAULT;

const workOut = (leg: Leg, mark: Amount, leverage: number, maintenanceRate: Amount): LegMargin => {
  const notional = leg.quantity.times(mark);
  return {
    mark,
    leverage,
    notional,
    unrealized: leg.quantity.times(mark.minus(leg.entryPrice)),
    initial: notional.abs().div(leverage),
    maintenance: notional.abs().times(maintenanceRate),
  };
};

/** Snapshots of many positions are asked for often, and few of them have moved: each is worked out once per leg, mark and leverage. */
const remembered = new WeakMap<Leg, LegMargin>();

export const legMargin = (world: World, leg: Leg): LegMargin => {
  const [mark, leverage] = [markOf(world, leg.symbol), leverageOf(world, leg.symbol)];
  const known = remembered.get(leg);
  if (known && known.mark === mark && known.leverage === leverage) return known;
  const margin = workOut(leg, mark, leverage, world.rules.get(leg.symbol)!.maintenanceRate);
  remembered.set(leg, margin);
  return margin;
};

/** Orders that only reduce hold no margin. */
export const orderMargin = (world: World, order: Order): Amount => {
  const price = order.price.isZero() ? markOf(world, order.symbol) : order.price;
  return order.reducing ? ZERO : remaining(order).times(price).div(leverageOf(world, order.symbol));
};

export const openLegs = (world: World): Leg[] =>
  [...world.legs.values()].map((history) => history.latest).filter((leg) => !leg.quantity.isZero());

interface Sums {
  readonly unrealized: Amount;
  readonly initial: Amount;
  readonly maintenance: Amount;
}

const add = (margins: readonly LegMargin[]): Sums => ({
  unrealized: sum(margins.map((margin) => margin.unrealized)),
  initial: sum(margins.map((margin) => margin.initial)),
  maintenance: sum(margins.map((margin) => margin.maintenance)),
});

/** Cross positions share what isolated ones have not set aside. */
const crossOf = (world: World, legs: readonly Leg[], all: Sums): Sums => {
  if (world.isolated.size === 0) return all;
  const cross = legs.filter((leg) => !world.isolated.has(leg.symbol));
  return add(cross.map((leg) => legMargin(world, leg)));
};

const setAside = (world: World, legs: readonly Leg[]): Amount =>
  world.isolated.size === 0 ? ZERO : sum(legs.map((leg) => leg.isolatedWallet ?? ZERO));

export const accountMargin = (world: World): AccountMargin => {
  const legs = openLegs(world);
  const all = add(legs.map((leg) => legMargin(world, leg)));
  const [cross, isolatedWallet] = [crossOf(world, legs, all), setAside(world, legs)];
  const orderInitial = sum(world.orders.open().map((order) => orderMargin(world, order)));
  const crossEquity = world.wallet.minus(isolatedWallet).plus(cross.unrealized);
  return {
    wallet: world.wallet,
    unrealized: all.unrealized,
    isolatedWallet,
    crossUnrealized: cross.unrealized,
    positionInitial: all.initial,
    orderInitial,
    maintenance: all.maintenance,
    crossCushion: crossEquity.minus(cross.maintenance),
    available: crossEquity.minus(cross.initial).minus(orderInitial),
  };
};
