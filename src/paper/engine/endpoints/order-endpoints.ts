import { changeAnswer, lookUpAnswer } from '../answers/order-answer';
import { tradeAnswer } from '../answers/trade-answer';
import { CANCELLED, endOrder } from '../orders/end-order';
import { findOpenOrder, listOpenOrders, lookUpOrder } from '../orders/find-order';
import { modifyOrder } from '../orders/modify-order';
import { isOpen } from '../orders/order';
import { selectOrders } from '../orders/select-orders';
import { selectTrades } from '../orders/select-trades';
import type { Params } from '../params';
import { parseOptionalSymbol, parseSymbol } from '../parse';
import { refusal } from '../refusal';
import type { World } from '../world';
import { dearWithoutSymbol } from './endpoint';
import type { Endpoints } from './endpoint';
import { place, tryOut } from './place';

export const cancel = (world: World, params: Params): unknown =>
  changeAnswer(world, endOrder(world, findOpenOrder(world, parseSymbol(world, params), params), CANCELLED));

const cancelAll = (world: World, params: Params): unknown => {
  const symbol = parseSymbol(world, params);
  for (const order of world.orders.openOf(symbol)) endOrder(world, order, CANCELLED);
  return { code: 200, msg: 'The operation of cancel all open order is done.' };
};

const openOrder = (world: World, params: Params): unknown => {
  const order = lookUpOrder(world, parseSymbol(world, params), params);
  if (!isOpen(order)) throw refusal('-2013');
  return lookUpAnswer(world, order);
};

export const orderEndpoints: Endpoints = {
  'POST /fapi/v1/order': { access: 'signed', weight: 0, isOrder: true, answer: place },
  'POST /fapi/v1/order/test': { access: 'signed', weight: 0, answer: tryOut },
  'PUT /fapi/v1/order': {
    access: 'signed',
    weight: 0,
    isOrder: true,
    answer: (world, params) => changeAnswer(world, modifyOrder(world, params)),
  },
  'GET /fapi/v1/order': {
    access: 'signed',
    weight: 1,
    answer: (world, params) => lookUpAnswer(world, lookUpOrder(world, parseSymbol(world, params), params)),
  },
  'DELETE /fapi/v1/order': { access: 'signed', weight: 1, answer: cancel },
  'GET /fapi/v1/openOrder': { access: 'signed', weight: 1, answer: openOrder },
  'GET /fapi/v1/openOrders': {
    access: 'signed',
    weight: dearWithoutSymbol(1, 40),
    answer: (world, params) =>
      listOpenOrders(world, parseOptionalSymbol(world, params)).map((order) => lookUpAnswer(world, order)),
  },
  'DELETE /fapi/v1/allOpenOrders': { access: 'signed', weight: 1, answer: cancelAll },
  'GET /fapi/v1/allOrders': {
    access: 'signed',
    weight: 5,
    answer: (world, params) =>
      selectOrders(world, parseSymbol(world, params), params).map((order) => lookUpAnswer(world, order)),
  },
  'GET /fapi/v1/userTrades': {
    access: 'signed',
    weight: 5,
    answer: (world, params) =>
      selectTrades(world, parseSymbol(world, params), params).map((trade) => tradeAnswer(world, trade)),
  },
};
