import { changeAnswer } from '../answers/order-answer';
import { modifyOrder } from '../orders/modify-order';
import { mandatory, optional } from '../params';
import type { Params } from '../params';
import { Refusal, refusal } from '../refusal';
import type { World } from '../world';
import type { Endpoints } from './endpoint';
import { cancel } from './order-endpoints';
import { place } from './place';

const ORDERS_MAX = 5;
const CANCELS_MAX = 10;

const parseList = (params: Params, name: string, most: number): unknown[] => {
  const list = parseJson(name, mandatory(params, name));
  if (!Array.isArray(list) || list.length === 0) throw refusal('-1130', name);
  if (list.length > most) throw refusal('-4082');
  return list;
};

/** Numbers keep all their digits: order numbers may be larger than a double. */
const parseJson = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text.replace(/([[,:]\s*)(-?[0-9.]+)(?=\s*[,\]}])/g, '$1"$2"'));
  } catch {
    throw refusal('-1130', name);
  }
};

const toParams = (value: unknown): Params => {
  if (typeof value !== 'object' || value === null) throw refusal('-1130', 'batchOrders');
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, String(each)]));
};

/** Each order stands for itself: a refusal is its own answer, and the others go on. */
const each = (items: readonly unknown[], answer: (item: unknown) => unknown): unknown[] =>
  items.map((item) => {
    try {
      return answer(item);
    } catch (refused) {
      if (refused instanceof Refusal) return { code: refused.code, msg: refused.message };
      throw refused;
    }
  });

const placeAll = (world: World, params: Params): unknown =>
  each(parseList(params, 'batchOrders', ORDERS_MAX), (item) => place(world, toParams(item)));

const modifyAll = (world: World, params: Params): unknown =>
  each(parseList(params, 'batchOrders', ORDERS_MAX), (item) => changeAnswer(world, modifyOrder(world, toParams(item))));

const cancelAll = (world: World, params: Params): unknown => {
  const symbol = mandatory(params, 'symbol');
  const byId = optional(params, 'orderIdList') !== undefined;
  if (!byId && optional(params, 'origClientOrderIdList') === undefined)
    throw refusal('-1102 either', 'orderIdList', 'origClientOrderIdList');
  const name = byId ? 'orderId' : 'origClientOrderId';
  return each(parseList(params, `${name}List`, CANCELS_MAX), (item) => cancel(world, { symbol, [name]: String(item) }));
};

/** How many orders a batch counts for. */
const countOf = (params: Params): number => {
  try {
    return parseList(params, 'batchOrders', ORDERS_MAX).length;
  } catch {
    return 1;
  }
};

export const batchEndpoints: Endpoints = {
  'POST /fapi/v1/batchOrders': { access: 'signed', weight: 5, isOrder: true, orders: countOf, answer: placeAll },
  'PUT /fapi/v1/batchOrders': { access: 'signed', weight: 5, isOrder: true, orders: countOf, answer: modifyAll },
  'DELETE /fapi/v1/batchOrders': { access: 'signed', weight: 1, answer: cancelAll },
};
