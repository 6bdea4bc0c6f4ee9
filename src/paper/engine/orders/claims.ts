import type { Leg } from '../account/leg';
import { sum } from '../decimal';
import type { Amount } from '../decimal';
import type { World } from '../world';
import { remaining } from './order';
import type { Order } from './order';

/** Market orders first, then the better price, then the older order. */
const byPriority = (one: Order, other: Order): number => {
  if (one.type !== other.type) return one.type === 'MARKET' ? -1 : 1;
  const better = one.side === 'SELL' ? one.price.cmp(other.price) : other.price.cmp(one.price);
  return better || one.orderId - other.orderId;
};

/** The open orders that will take off this leg, by priority: each claims its remaining quantity. */
export const claimsOn = (world: World, leg: Leg): Order[] =>
  world.orders
    .openOf(leg.symbol)
    .filter((order) => order.reducing && order.positionSide === leg.positionSide)
    .sort(byPriority);

export const claimed = (world: World, leg: Leg): Amount => sum(claimsOn(world, leg).map(remaining));
