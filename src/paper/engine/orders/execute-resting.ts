import { amount, least } from '../decimal';
import type { Amount } from '../decimal';
import { levelsOf, quantityOf } from '../market/levels';
import { markOf } from '../world';
import type { World } from '../world';
import { fillOrder } from './fill-order';
import { fillable } from './fillable';
import type { Order } from './order';

/** In a thin market a price that is only touched trades no more than a level holds; one that is passed trades all. */
const flow = (world: World, order: Order): Amount | undefined => {
  if (!world.books.has(order.symbol) || !markOf(world, order.symbol).eq(order.price)) return undefined;
  const [level] = levelsOf(world, order.symbol, order.side === 'BUY' ? 'bids' : 'asks');
  return level ? quantityOf(world.rules.get(order.symbol)!, level) : amount(0);
};

/** A resting limit that the market has come to trades at its own price. */
export const executeResting = (world: World, order: Order): Order => {
  const wanted = fillable(world, order);
  const quantity = least(wanted, flow(world, order) ?? wanted, world.liquidity.get(order.symbol) ?? wanted);
  return quantity.gt(0) ? fillOrder(world, order, { quantity, price: order.price, maker: true }) : order;
};
