import { ZERO, text } from '../decimal';
import type { Order } from '../orders/order';
import type { Settings } from '../settings';

const averagePrice = (order: Order): string =>
  order.executed.isZero() ? '0.00' : text(order.quote.div(order.executed).toDecimalPlaces(8), 2);

const common = (order: Order) => ({
  orderId: order.orderId,
  symbol: order.symbol,
  status: order.status,
  clientOrderId: order.clientOrderId,
  price: text(order.price),
  origQty: text(order.quantity),
  executedQty: text(order.executed),
  timeInForce: order.timeInForce,
  type: order.type,
  reduceOnly: order.reduceOnly,
  closePosition: false,
  side: order.side,
  positionSide: order.positionSide,
  stopPrice: '0',
  workingType: 'CONTRACT_PRICE',
  priceProtect: false,
  origType: order.type,
  priceMatch: 'NONE',
  selfTradePreventionMode: 'EXPIRE_MAKER',
  goodTillDate: 0,
  updateTime: order.updatedAt,
});

const average = (order: Order) => ({ avgPrice: averagePrice(order), cumQuote: text(order.quote) });

/** POST and DELETE order. */
export const changeAnswer = (settings: Settings, order: Order) => ({
  ...common(order),
  cumQty: text(order.executed),
  ...(settings.orderAnswer === 'with-average' ? average(order) : {}),
});

/** GET order, openOrders, allOrders. */
export const lookUpAnswer = (order: Order) => ({ ...common(order), ...average(order), time: order.createdAt });

/** What newOrderRespType=ACK shows, whatever happened since. */
export const acknowledged = (order: Order): Order => ({ ...order, status: 'NEW', executed: ZERO, quote: ZERO });
