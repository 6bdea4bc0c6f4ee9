import { ZERO, amount, sum } from '../decimal';
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
  readonly positionInitial: Amount;
  readonly orderInitial: Amount;
  readonly maintenance: Amount;
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

export const accountMargin = (world: World): AccountMargin => {
  const margins = openLegs(world).map((leg) => legMargin(world, leg));
  const unrealized = sum(margins.map((margin) => margin.unrealized));
  const positionInitial = sum(margins.map((margin) => margin.initial));
  const orderInitial = sum(world.orders.open().map((order) => orderMargin(world, order)));
  return {
    wallet: world.wallet,
    unrealized,
    positionInitial,
    orderInitial,
    maintenance: sum(margins.map((margin) => margin.maintenance)),
    available: world.wallet.plus(unrealized).minus(positionInitial).minus(orderInitial),
  };
};

/** The mark at which the whole account's margin is used up, all other marks standing still; zero when that is not above zero. */
export const liquidationPrice = (world: World, leg: Leg, own: LegMargin, account: AccountMargin): Amount => {
  if (leg.quantity.isZero()) return ZERO;
  const othersFree = account.wallet
    .plus(account.unrealized)
    .minus(own.unrealized)
    .minus(account.maintenance.minus(own.maintenance));
  const rate = world.rules.get(leg.symbol)!.maintenanceRate;
  const price = othersFree
    .minus(leg.quantity.times(leg.entryPrice))
    .div(leg.quantity.abs().times(rate).minus(leg.quantity));
  return price.lte(0) ? amount(0) : price;
};
