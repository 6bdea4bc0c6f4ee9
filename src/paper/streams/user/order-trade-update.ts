import { ZERO, sum, text } from '../../engine/decimal';
import type { Amount } from '../../engine/decimal';
import type { ExecutionLine, OrderLine } from '../../engine/journal';
import type { Order } from '../../engine/orders/order';
import { wireId } from '../../engine/wire-id';
import type { World } from '../../engine/world';

const isLiquidation = (order: Order): boolean => order.clientOrderId.startsWith('autoclose-');
const typeOf = (order: Order): string =>
  order.origin === 'venue' && isLiquidation(order) ? 'LIQUIDATION' : order.type;

const average = (executed: Amount, quote: Amount): string =>
  executed.isZero() ? '0' : text(quote.div(executed).toDecimalPlaces(8));

const terms = (world: World, order: Order) => ({
  s: order.symbol,
  c: order.clientOrderId,
  S: order.side,
  o: typeOf(order),
  f: order.timeInForce,
  q: text(order.quantity),
  p: text(order.price),
  sp: '0',
  i: wireId(world, order.orderId),
  R: order.reduceOnly,
  wt: 'CONTRACT_PRICE',
  ot: typeOf(order),
  ps: order.positionSide,
  cp: false,
  pP: false,
  si: 0,
  ss: 0,
  V: order.selfTrade,
  pm: order.priceMatch,
  gtd: order.goodTillDate,
});

const NO_FILL = { l: '0', L: '0', n: '0', N: 'USDT', t: 0, b: '0', a: '0', m: false, rp: '0' };

/** An order that was known already and is still open has been changed. */
const executionType = (status: string, isNew: boolean): string => {
  if (status.startsWith('EXPIRED')) return 'EXPIRED';
  if (status === 'CANCELED' || status === 'REJECTED') return status;
  return isNew ? 'NEW' : 'AMENDMENT';
};

/** What an order line says to the account's owner. */
export const orderChanged = (world: World, line: OrderLine, isNew: boolean) => {
  const order = world.orders.latest(line.orderId)!;
  const state = { x: executionType(line.status, isNew), X: line.status, er: String(order.expiry ?? 0) };
  const sums = { z: text(order.executed), ap: average(order.executed, order.quote) };
  return {
    e: 'ORDER_TRADE_UPDATE',
    E: world.now(),
    T: line.at,
    o: { ...terms(world, order), ...NO_FILL, ...state, ...sums, T: line.at },
  };
};

/** The sums are those right after this fill, whatever the order has done since. */
const fillSums = (world: World, order: Order, line: ExecutionLine) => {
  const trades = (world.tradesByOrder.get(line.orderId) ?? []).filter((trade) => trade.id <= line.tradeId);
  const executed = sum(trades.map((trade) => trade.quantity));
  const quote = trades.reduce((total, trade) => total.plus(trade.quantity.times(trade.price)), ZERO);
  return {
    X: executed.gte(order.quantity) ? 'FILLED' : 'PARTIALLY_FILLED',
    z: text(executed),
    ap: average(executed, quote),
  };
};

const fill = (line: ExecutionLine) => ({
  l: line.quantity,
  L: line.price,
  n: line.commission,
  t: line.tradeId,
  m: line.maker,
  rp: line.realizedPnl,
  T: line.at,
});

export const orderTraded = (world: World, line: ExecutionLine) => {
  const order = world.orders.latest(line.orderId)!;
  const x = typeOf(order) === 'LIQUIDATION' ? 'CALCULATED' : 'TRADE';
  return {
    e: 'ORDER_TRADE_UPDATE',
    E: world.now(),
    T: line.at,
    o: { ...terms(world, order), ...NO_FILL, ...fill(line), x, er: '0', ...fillSums(world, order, line) },
  };
};
