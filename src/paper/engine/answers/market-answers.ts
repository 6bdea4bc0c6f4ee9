import { text } from '../decimal';
import type { Amount } from '../decimal';
import { quoteOf } from '../market/quote';
import { seeded } from '../seeded';
import { markOf } from '../world';
import type { World } from '../world';

const FUNDING_INTERVAL_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

export const premiumIndex = (world: World, symbol: string) => {
  const mark = text(markOf(world, symbol), 8);
  return {
    symbol,
    markPrice: mark,
    indexPrice: mark,
    estimatedSettlePrice: mark,
    lastFundingRate: '0.00010000',
    interestRate: '0.00010000',
    nextFundingTime: (Math.floor(world.now() / FUNDING_INTERVAL_MS) + 1) * FUNDING_INTERVAL_MS,
    time: world.now(),
  };
};

/** The day's figures follow from where the market started and where it is: there is no trading but ours. */
export const ticker = (world: World, symbol: string) => {
  const [open, last] = [world.rules.get(symbol)!.startPrice, markOf(world, symbol)];
  const change = last.minus(open);
  return {
    symbol,
    priceChange: text(change),
    priceChangePercent: change.div(open).times(100).toFixed(3),
    weightedAvgPrice: text(open.plus(last).div(2)),
    lastPrice: text(last),
    lastQty: '1',
    openPrice: text(open),
    highPrice: text(open.gt(last) ? open : last),
    lowPrice: text(open.lt(last) ? open : last),
    volume: '100000',
    quoteVolume: text(last.times(100_000)),
    openTime: world.now() - DAY_MS,
    closeTime: world.now(),
    firstId: 1,
    lastId: world.numbers.trade,
    count: 1,
  };
};

const levels = (world: World, symbol: string, best: Amount, direction: 1 | -1, count: number): [string, string][] => {
  const { tick, step } = world.rules.get(symbol)!;
  return Array.from({ length: count }, (_, depth) => ({ depth, price: best.plus(tick.times(direction * depth)) }))
    .filter(({ price }) => price.gt(0))
    .map(({ depth, price }) => [
      text(price),
      text(step.times(1 + (seeded(world.seed, `${symbol} ${direction} ${depth}`) % 5000))),
    ]);
};

export const depth = (world: World, symbol: string, count: number) => {
  const { bid, ask } = quoteOf(world, symbol);
  const at = world.now();
  return {
    lastUpdateId: at,
    E: at,
    T: at,
    bids: levels(world, symbol, bid, -1, count),
    asks: levels(world, symbol, ask, 1, count),
  };
};

export const bookTicker = (world: World, symbol: string) => {
  const { bids, asks } = depth(world, symbol, 1);
  return {
    symbol,
    bidPrice: bids[0]![0],
    bidQty: bids[0]![1],
    askPrice: asks[0]![0],
    askQty: asks[0]![1],
    time: world.now(),
  };
};

export const priceTicker = (world: World, symbol: string) => ({
  symbol,
  price: text(markOf(world, symbol)),
  time: world.now(),
});
