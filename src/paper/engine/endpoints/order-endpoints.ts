import { acknowledged, changeAnswer, lookUpAnswer } from '../answers/order-answer';
import { tradeAnswer } from '../answers/trade-answer';
import { endOrder } from '../orders/end-order';
import { findOpenOrder, listOpenOrders, lookUpOrder } from '../orders/find-order';
import { isOpen } from '../orders/order';
import { parseOrder } from '../orders/parse-order';
import { placeOrder } from '../orders/place-order';
import type { Placement } from '../orders/place-order';
import { selectTrades } from '../orders/select-trades';
import { optional } from '../params';
import type { Params } from '../params';
import { parseOptionalSymbol, parseSymbol } from '../parse';
import { refusal } from '../refusal';
import { seen } from '../world';
import type { World } from '../world';
import { dearWithoutSymbol } from './endpoint';
import type { Endpoints } from './endpoint';

/** RESULT shows the final state of orders that cannot rest; an order that can is answered as it was accepted. */
const showsResult = (params: Params, { final }: Placement): boolean =>
  optional(params, 'newOrderRespType') === 'RESULT' &&
  (final.type === 'MARKET' || final.timeInForce === 'IOC' || final.timeInForce === 'FOK');

const place = (world: World, params: Params): unknown => {
  const placement = placeOrder(world, parseOrder(world, params));
  return changeAnswer(
    world.settings,
    showsResult(params, placement) ? placement.final : acknowledged(placement.accepted),
  );
};

const cancel = (world: World, params: Params): unknown =>
  changeAnswer(
    world.settings,
    endOrder(world, findOpenOrder(world, parseSymbol(world, params), params), 'CANCELED', 'cancelled by the client'),
  );

const cancelAll = (world: World, params: Params): unknown => {
  const symbol = parseSymbol(world, params);
  for (const order of world.orders.openOf(symbol)) endOrder(world, order, 'CANCELED', 'cancelled by the client');
  return { code: 200, msg: 'The operation of cancel all open order is done.' };
};

const openOrder = (world: World, params: Params): unknown => {
  const order = lookUpOrder(world, parseSymbol(world, params), params);
  if (!isOpen(order)) throw refusal('-2013');
  return lookUpAnswer(order);
};

const ALL_ORDERS_DEFAULT = 500;

const allOrders = (world: World, params: Params): unknown =>
  world.orders
    .ofSymbol(parseSymbol(world, params))
    .map((history) => seen(world, history))
    .filter((order) => order !== undefined)
    .slice(-ALL_ORDERS_DEFAULT)
    .map(lookUpAnswer);

export const orderEndpoints: Endpoints = {
  'POST /fapi/v1/order': { access: 'signed', weight: 0, isOrder: true, answer: place },
  'GET /fapi/v1/order': {
    access: 'signed',
    weight: 1,
    answer: (world, params) => lookUpAnswer(lookUpOrder(world, parseSymbol(world, params), params)),
  },
  'DELETE /fapi/v1/order': { access: 'signed', weight: 1, answer: cancel },
  'GET /fapi/v1/openOrder': { access: 'signed', weight: 1, answer: openOrder },
  'GET /fapi/v1/openOrders': {
    access: 'signed',
    weight: dearWithoutSymbol(1, 40),
    answer: (world, params) => listOpenOrders(world, parseOptionalSymbol(world, params)).map(lookUpAnswer),
  },
  'DELETE /fapi/v1/allOpenOrders': { access: 'signed', weight: 1, answer: cancelAll },
  'GET /fapi/v1/allOrders': { access: 'signed', weight: 5, answer: allOrders },
  'GET /fapi/v1/userTrades': {
    access: 'signed',
    weight: 5,
    answer: (world, params) => selectTrades(world, parseSymbol(world, params), params).map(tradeAnswer),
  },
};
