import { refusal } from '../refusal';
import { ZERO } from '../decimal';
import { orderLine } from '../journal';
import { markOf } from '../world';
import type { World } from '../world';
import { checkMargin, checkNotional } from './check-cost';
import { isReducing } from './check-mode';
import { checkNameIsFree } from './check-name';
import { checkBand, checkTick } from './check-price';
import { checkQuantity } from './check-quantity';
import { judgeReducing } from './check-reducing';
import type { ReducingVerdict } from './check-reducing';
import { endOrder } from './end-order';
import { executeLimit, executeMarket, isFillableAtOnce, isMarketable } from './match-order';
import type { Order, OrderDraft } from './order';
import { settleLeg } from './settle-leg';

/** The order as it was accepted, and as it stood when the matching engine was done with it. */
export interface Placement {
  readonly accepted: Order;
  readonly final: Order;
}

/** Open orders per market. Source: the MAX_NUM_ORDERS filter. */
export const ORDERS_MAX = 200;

const checkFilters = (world: World, draft: OrderDraft): void => {
  const rules = world.rules.get(draft.symbol)!;
  checkQuantity(rules, draft.type, draft.quantity);
  if (draft.type === 'MARKET') return;
  checkTick(rules, draft.price);
  checkBand(rules, draft.side, draft.price, markOf(world, draft.symbol));
};

const checkTimeInForce = (world: World, draft: OrderDraft): void => {
  if (draft.timeInForce === 'GTX' && isMarketable(world, draft)) throw refusal('-5022');
  if (draft.timeInForce === 'FOK' && !isFillableAtOnce(world, draft)) throw refusal('-5021');
};

const checkBook = (world: World, draft: OrderDraft): void => {
  checkNameIsFree(world, draft.symbol, draft.clientOrderId);
  if (draft.type === 'LIMIT' && world.orders.openOf(draft.symbol).length >= ORDERS_MAX) throw refusal('-2025');
};

const judge = (world: World, draft: OrderDraft, reducing: boolean): ReducingVerdict => {
  checkNotional(world, draft, reducing);
  if (reducing) return judgeReducing(world, draft);
  checkMargin(world, draft);
  return { quantity: draft.quantity, expires: false };
};

const accept = (world: World, draft: OrderDraft, reducing: boolean): Order => {
  const at = world.now();
  const orderId = (world.numbers.order += 1);
  const order = world.orders.add({
    ...draft,
    orderId,
    reducing,
    status: 'NEW',
    executed: ZERO,
    quote: ZERO,
    createdAt: at,
    updatedAt: at,
  });
  world.record(orderLine(order));
  return order;
};

const execute = (world: World, order: Order): Order => {
  if (order.type === 'LIMIT') return executeLimit(world, order, order.createdAt);
  if (world.settings.fillDelayMs === 0) return executeMarket(world, order, order.createdAt);
  world.unfilled.push(order.orderId);
  return order;
};

/** Checks everything, then accepts and matches: a refusal leaves no trace in the world. */
export const placeOrder = (world: World, draft: OrderDraft): Placement => {
  checkFilters(world, draft);
  checkBook(world, draft);
  const reducing = isReducing(draft.positionSide, draft.side, draft.reduceOnly);
  const { quantity, expires } = judge(world, draft, reducing);
  checkTimeInForce(world, draft);
  const accepted = accept(world, { ...draft, quantity }, reducing);
  const final = expires
    ? endOrder(world, accepted, 'EXPIRED', 'reduce-only: larger than the position')
    : execute(world, accepted);
  settleLeg(world, draft.symbol, draft.positionSide);
  return { accepted, final: world.orders.latest(final.orderId)! };
};
