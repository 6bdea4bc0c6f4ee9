import { amount } from '../decimal';
import { levelsOf } from '../market/levels';
import type { BookSide } from '../market/book';
import { remaining } from '../orders/order';
import type { World } from '../world';
import { scaleOf } from './scale';

/** Lots of the account's own resting orders, by price in ticks: the venue shows everybody's. */
const ownLots = (world: World, symbol: string, side: BookSide): Map<number, number> => {
  const [{ tick, step }, lots] = [world.rules.get(symbol)!, new Map<number, number>()];
  for (const order of world.orders.openOf(symbol)) {
    if (order.type !== 'LIMIT' || (order.side === 'BUY') !== (side === 'bids')) continue;
    const ticks = Number(order.price.div(tick).round());
    lots.set(ticks, (lots.get(ticks) ?? 0) + Number(remaining(order).div(step)));
  }
  return lots;
};

const allLots = (world: World, symbol: string, side: BookSide, count: number): [number, number][] => {
  const lots = ownLots(world, symbol, side);
  let shown = 0;
  for (const level of levelsOf(world, symbol, side)) {
    if ((shown += 1) > count) break;
    lots.set(level.ticks, (lots.get(level.ticks) ?? 0) + level.lots);
  }
  const direction = side === 'bids' ? -1 : 1;
  return [...lots].sort(([one], [other]) => (one - other) * direction).slice(0, count);
};

const levels = (world: World, symbol: string, side: BookSide, count: number): [string, string][] => {
  const [{ tick, step }, { price, quantity }] = [world.rules.get(symbol)!, scaleOf(world, symbol)];
  return allLots(world, symbol, side, count).map(([ticks, lots]) => [
    price(tick.times(ticks)),
    quantity(amount(lots).times(step)),
  ]);
};

export const depth = (world: World, symbol: string, count: number) => {
  const at = world.now();
  return {
    lastUpdateId: at,
    E: at,
    T: at,
    bids: levels(world, symbol, 'bids', count),
    asks: levels(world, symbol, 'asks', count),
  };
};

/** A side without anybody is a price and a quantity of zero. */
export const bookTicker = (world: World, symbol: string) => {
  const { bids, asks } = depth(world, symbol, 1);
  const [[bidPrice, bidQty], [askPrice, askQty]] = [bids[0] ?? ['0', '0'], asks[0] ?? ['0', '0']];
  return { symbol, bidPrice, bidQty, askPrice, askQty, time: world.now() };
};
