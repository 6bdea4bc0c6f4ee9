import type { History } from '../history';
import { optional, optionalOrderId } from '../params';
import type { Params } from '../params';
import { refusal } from '../refusal';
import { seen } from '../world';
import type { World } from '../world';
import { isForgotten } from './is-forgotten';
import { isOpen } from './order';
import type { Order } from './order';

const histories = (world: World, symbol: string, params: Params): readonly History<Order>[] => {
  const orderId = optionalOrderId(world, params, 'orderId');
  const name = optional(params, 'origClientOrderId');
  if (orderId === undefined && name === undefined) throw refusal('-1102 either', 'origClientOrderId', 'orderId');
  if (orderId === undefined) return world.orders.byName(symbol, name!);
  const history = world.orders.byId(symbol, orderId);
  return history ? [history] : [];
};

/** A look-up sees what the venue shows, which may lag. */
export const lookUpOrder = (world: World, symbol: string, params: Params): Order => {
  const visible = histories(world, symbol, params)
    .map((history) => seen(world, history))
    .filter((order) => order !== undefined && !isForgotten(order, world.now()));
  const found = world.settings.reusedIdLookup === 'newest' ? visible.at(-1) : visible[0];
  if (!found) throw refusal('-2013');
  return found;
};

/** A cancel goes to the matching engine, which does not lag. */
export const findOpenOrder = (world: World, symbol: string, params: Params): Order => {
  const found = histories(world, symbol, params)
    .map((history) => history.latest)
    .find(isOpen);
  if (!found) throw refusal('-2011');
  return found;
};

/** Open orders as look-ups show them: while the venue lags, an order that has just ended is still listed. */
export const listOpenOrders = (world: World, symbol?: string): Order[] => {
  if (world.settings.visibilityDelayMs === 0)
    return symbol === undefined ? world.orders.open() : world.orders.openOf(symbol);
  const symbols = symbol === undefined ? [...world.rules.keys()] : [symbol];
  return symbols
    .flatMap((each) => world.orders.ofSymbol(each))
    .map((history) => seen(world, history))
    .filter((order) => order !== undefined && isOpen(order)) as Order[];
};
