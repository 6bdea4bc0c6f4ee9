import { ZERO } from '../decimal';
import type { Order } from '../orders/order';
import { wireId } from '../wire-id';
import type { World } from '../world';
import { scaleOf } from './scale';
import type { Scale } from './scale';

const averagePrice = (scale: Scale, order: Order): string =>
  order.executed.isZero() ? '0.00' : scale.price(order.quote.div(order.executed).toDecimalPlaces(8));

const head = (world: World, order: Order, scale: Scale) => ({
  orderId: wireId(world, order.orderId),
  symbol: order.symbol,
  status: order.status,
  clientOrderId: order.clientOrderId,
  price: scale.price(order.price),
});

const amounts = (order: Order, scale: Scale) => ({
  origQty: scale.quantity(order.quantity),
  executedQty: scale.quantity(order.executed),
});

const terms = (order: Order, scale: Scale) => ({
  timeInForce: order.timeInForce,
  type: order.type,
  reduceOnly: order.reduceOnly,
  closePosition: false,
  side: order.side,
  positionSide: order.positionSide,
  stopPrice: scale.price(ZERO),
  workingType: 'CONTRACT_PRICE',
  priceProtect: false,
  origType: order.type,
  priceMatch: order.priceMatch,
  selfTradePreventionMode: order.selfTrade,
  goodTillDate: order.goodTillDate,
});

/** POST, PUT and DELETE order; fields in the venue's order. */
export const changeAnswer = (world: World, order: Order) => {
  const scale = scaleOf(world, order.symbol);
  const hasAverage = world.settings.orderAnswer === 'with-average';
  return {
    ...head(world, order, scale),
    ...(hasAverage ? { avgPrice: averagePrice(scale, order) } : {}),
    ...amounts(order, scale),
    cumQty: scale.quantity(order.executed),
    ...(hasAverage ? { cumQuote: scale.quote(order.quote) } : {}),
    ...terms(order, scale),
    updateTime: order.updatedAt,
  };
};

/** GET order, openOrders, allOrders, forceOrders. */
export const lookUpAnswer = (world: World, order: Order) => {
  const scale = scaleOf(world, order.symbol);
  return {
    ...head(world, order, scale),
    avgPrice: averagePrice(scale, order),
    ...amounts(order, scale),
    cumQuote: scale.quote(order.quote),
    ...terms(order, scale),
    time: order.createdAt,
    updateTime: order.updatedAt,
  };
};

/** What newOrderRespType=ACK shows, whatever happened since. */
export const acknowledged = (order: Order): Order => ({ ...order, status: 'NEW', executed: ZERO, quote: ZERO });
