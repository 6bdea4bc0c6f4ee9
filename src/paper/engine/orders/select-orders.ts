import { isWithin, optionalInteger, optionalOrderId } from '../params';
import type { Params } from '../params';
import { refusal } from '../refusal';
import { seen } from '../world';
import type { World } from '../world';
import { isForgotten } from './is-forgotten';
import type { Order } from './order';

/** Source: "All Orders" in the documentation. */
const WINDOW_MS = 7 * 24 * 60 * 60 * 1000;
const LIMIT_DEFAULT = 500;
const LIMIT_MAX = 1000;

const checkSpan = (params: Params): void => {
  const [start, end] = [optionalInteger(params, 'startTime'), optionalInteger(params, 'endTime')];
  if (start !== undefined && end !== undefined && end - start > WINDOW_MS) throw refusal('-1127', '168');
};

/** Orders of a market in any state, oldest first; from an order number on, or the newest. */
export const selectOrders = (world: World, symbol: string, params: Params): Order[] => {
  checkSpan(params);
  const fromId = optionalOrderId(world, params, 'orderId');
  const since = params['startTime'] || fromId !== undefined ? 0 : world.now() - WINDOW_MS;
  const limit = Math.min(optionalInteger(params, 'limit') ?? LIMIT_DEFAULT, LIMIT_MAX);
  const orders = world.orders
    .ofSymbol(symbol)
    .map((history) => seen(world, history))
    .filter((order) => order !== undefined && !isForgotten(order, world.now())) as Order[];
  const found = orders.filter(
    (order) => order.orderId >= (fromId ?? 0) && order.createdAt >= since && isWithin(params, order.createdAt),
  );
  return fromId === undefined && !params['startTime'] ? found.slice(-limit) : found.slice(0, limit);
};
