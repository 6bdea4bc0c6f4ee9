import { reducible } from '../account/leg';
import { least } from '../decimal';
import type { Amount } from '../decimal';
import { reaches, takingPrice } from '../market/quote';
import { legOf } from '../world';
import type { World } from '../world';
import { endOrder } from './end-order';
import { fillOrder } from './fill-order';
import { isOpen, remaining } from './order';
import type { Order, OrderDraft } from './order';

/** What one order of this quantity could take right now: never more than a reducing order may, nor than the market holds. */
const takeable = (world: World, order: Order): Amount => {
  const wanted = order.reducing
    ? least(remaining(order), reducible(legOf(world, order.symbol, order.positionSide), order.side))
    : remaining(order);
  const liquidity = world.liquidity.get(order.symbol);
  return liquidity === undefined ? wanted : least(wanted, liquidity);
};

const take = (world: World, order: Order, at: number): Order => {
  const quantity = takeable(world, order);
  const price = takingPrice(world, order.symbol, order.side);
  return quantity.gt(0) ? fillOrder(world, order, { quantity, price, maker: false, at }) : order;
};

const expireRest = (world: World, order: Order, at: number): Order => {
  if (!isOpen(order)) return order;
  const outgrown = order.reducing && legOf(world, order.symbol, order.positionSide).quantity.isZero();
  return endOrder(
    world,
    order,
    'EXPIRED',
    outgrown ? 'reduce-only: the position is smaller' : 'nothing left to trade with',
    at,
  );
};

/** Fills what the market and the reduce-only rule allow; a market order never rests, so the rest expires. */
export const executeMarket = (world: World, order: Order, at: number): Order =>
  expireRest(world, take(world, order, at), at);

/** Takes what is marketable; then GTC and GTX rest, IOC and FOK end. */
export const executeLimit = (world: World, order: Order, at: number): Order => {
  const taken = isMarketable(world, order) ? take(world, order, at) : order;
  return order.timeInForce === 'IOC' || order.timeInForce === 'FOK' ? expireRest(world, taken, at) : taken;
};

export const isMarketable = (world: World, order: OrderDraft): boolean =>
  reaches(order.side, order.price, takingPrice(world, order.symbol, order.side));

/** Whether the market could fill all of it at once: what FOK asks. */
export const isFillableAtOnce = (world: World, order: OrderDraft): boolean =>
  isMarketable(world, order) && order.quantity.lte(world.liquidity.get(order.symbol) ?? order.quantity);

/** A resting limit that the market has come to trades at its own price. */
export const executeResting = (world: World, order: Order, at: number): Order => {
  const quantity = takeable(world, order);
  return quantity.gt(0) ? fillOrder(world, order, { quantity, price: order.price, maker: true, at }) : order;
};
