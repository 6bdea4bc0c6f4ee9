import { ZERO, least } from '../decimal';
import type { Amount } from '../decimal';
import { takeBoundOf } from '../market/band';
import { eatLevel, levelsOf, oppositeOf, priceOf, quantityOf } from '../market/levels';
import { reaches, takingPrice } from '../market/quote';
import { legOf } from '../world';
import type { World } from '../world';
import { endOrder } from './end-order';
import { fillOrder } from './fill-order';
import { fillable } from './fillable';
import { EXPIRY, isOpen } from './order';
import type { Order, OrderDraft } from './order';
import { meetOwn } from './self-trade';

/** How far the order may walk. */
const limitOf = (world: World, order: OrderDraft): Amount =>
  order.type === 'MARKET' ? takeBoundOf(world, order.symbol, order.side) : order.price;

/** Takes from the best level there is; the same order when there is nothing (left) for it. */
const takeBest = (world: World, order: Order, most: Amount): Order => {
  const rules = world.rules.get(order.symbol)!;
  const [level] = levelsOf(world, order.symbol, oppositeOf(order.side));
  if (!level || !reaches(order.side, limitOf(world, order), priceOf(rules, level))) return order;
  const quantity = least(fillable(world, order), quantityOf(rules, level), most);
  if (quantity.lte(0)) return order;
  eatLevel(world, order.symbol, level, quantity);
  return fillOrder(world, order, { quantity, price: priceOf(rules, level), maker: false });
};

/** Walks the book level by level; a resting order of the same account with a better price comes first. */
const walk = (world: World, accepted: Order): Order => {
  const most = world.liquidity.get(accepted.symbol) ?? accepted.quantity;
  for (let order = accepted; ;) {
    const met = meetOwn(world, order, limitOf(world, order));
    if (met && !isOpen(met)) return met;
    const next = met ?? takeBest(world, order, most.minus(order.executed.minus(accepted.executed)));
    if (!met && next === order) return order;
    order = next;
    if (!isOpen(order)) return order;
  }
};

const expireRest = (world: World, order: Order): Order => {
  if (!isOpen(order)) return order;
  const outgrown = order.reducing && legOf(world, order.symbol, order.positionSide).quantity.isZero();
  if (outgrown)
    return endOrder(world, order, {
      status: 'EXPIRED',
      reason: 'reduce-only: the position is smaller',
      expiry: EXPIRY.reduceOnly,
    });
  const expiry = order.type === 'MARKET' ? EXPIRY.marketUnfilled : EXPIRY.immediateOrCancel;
  return endOrder(world, order, { status: 'EXPIRED', reason: 'nothing left to trade with', expiry });
};

/** Fills what the market and the reduce-only rule allow; a market order never rests, so the rest expires. */
export const executeMarket = (world: World, order: Order): Order => expireRest(world, walk(world, order));

/** Takes what is marketable; then GTC, GTD and GTX rest, IOC and FOK end. */
export const executeLimit = (world: World, order: Order): Order => {
  const taken = walk(world, order);
  return order.timeInForce === 'IOC' || order.timeInForce === 'FOK' ? expireRest(world, taken) : taken;
};

export const isMarketable = (world: World, order: OrderDraft): boolean => {
  const price = takingPrice(world, order.symbol, order.side);
  return price !== undefined && reaches(order.side, order.price, price);
};

/** Whether the market could fill all of it at once: what FOK asks. */
export const isFillableAtOnce = (world: World, order: OrderDraft): boolean => {
  const rules = world.rules.get(order.symbol)!;
  let found = ZERO;
  for (const level of levelsOf(world, order.symbol, oppositeOf(order.side))) {
    if (!reaches(order.side, order.price, priceOf(rules, level)) || found.gte(order.quantity)) break;
    found = found.plus(quantityOf(rules, level));
  }
  return order.quantity.lte(least(found, world.liquidity.get(order.symbol) ?? found));
};
