import { ZERO, text } from '../decimal';
import type { Amount } from '../decimal';
import { orderLine } from '../journal';
import { bandOf } from '../market/band';
import { mandatoryDecimal } from '../params';
import type { Params } from '../params';
import { parseSide, parseSymbol } from '../parse';
import { refusal } from '../refusal';
import type { World } from '../world';
import { checkMargin } from './check-cost';
import { checkBand, checkTick } from './check-price';
import { checkQuantity } from './check-quantity';
import { judgeReducing } from './check-reducing';
import { endOrder } from './end-order';
import { findOpenOrder } from './find-order';
import { executeLimit, isMarketable } from './match-order';
import type { Order } from './order';
import { parsePrice } from './parse-price';
import { settleLeg } from './settle-leg';

/** Source: exchangeInfo's maxMoveOrderLimit. */
export const MODIFICATIONS_MAX = 10_000;

const checkModifiable = (world: World, order: Order, params: Params): void => {
  if (world.delisted.has(order.symbol)) throw refusal('-5024');
  if (order.type !== 'LIMIT') throw refusal('-5025');
  if (parseSide(params) !== order.side) throw refusal('-1117');
  if (order.modified >= MODIFICATIONS_MAX) throw refusal('-5026');
};

const checkNew = (world: World, order: Order, quantity: Amount, price: Amount): void => {
  const rules = world.rules.get(order.symbol)!;
  if (quantity.eq(order.quantity) && price.eq(order.price)) throw refusal('-5027');
  checkQuantity(rules, order.type, quantity);
  checkTick(rules, price);
  checkBand(order.side, price, bandOf(world, order.symbol, order.side));
  if (!order.reducing && quantity.times(price).lt(rules.notionalMin)) throw refusal('-5029', text(rules.notionalMin));
};

/** What the account must afford is judged as if the order were not there and came anew. */
const checkMeans = (world: World, order: Order, wanted: Order): Amount => {
  const left = { ...wanted, quantity: wanted.quantity.minus(order.executed) };
  if (order.reducing) return judgeReducing(world, left).quantity.plus(order.executed);
  checkMargin(world, left);
  return wanted.quantity;
};

const change = (world: World, order: Order, wanted: Order): Order => {
  const changed = world.orders.change({ ...wanted, modified: order.modified + 1, updatedAt: world.now() });
  world.record(orderLine(changed, 'modified by the client'));
  const final = executeLimit(world, changed);
  settleLeg(world, order.symbol, order.positionSide);
  return world.orders.latest(final.orderId)!;
};

/** A new quantity and price for a resting order; one that could not rest any more, or has filled that much already, is cancelled. */
export const modifyOrder = (world: World, params: Params): Order => {
  const symbol = parseSymbol(world, params);
  const order = findOpenOrder(world, symbol, params);
  checkModifiable(world, order, params);
  const [quantity, terms] = [mandatoryDecimal(params, 'quantity'), parsePrice(world, symbol, order.side, params)];
  checkNew(world, order, quantity, terms.price);
  const wanted = { ...order, ...terms, quantity };
  if (quantity.minus(order.executed).lte(ZERO))
    return endOrder(world, order, { status: 'CANCELED', reason: 'modified to no more than it has filled' });
  if (order.timeInForce === 'GTX' && isMarketable(world, wanted))
    return endOrder(world, order, { status: 'CANCELED', reason: 'modified to a price at which it would take' });
  const affordable = world.orders.without(order, () => checkMeans(world, order, wanted));
  return change(world, order, { ...wanted, quantity: affordable });
};
