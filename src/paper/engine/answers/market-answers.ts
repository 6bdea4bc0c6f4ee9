import { fundingRateOf, nextFunding } from '../account/funding';
import { ONE, text } from '../decimal';
import { markOf } from '../world';
import type { World } from '../world';
import { scaleOf } from './scale';

const DAY_MS = 24 * 60 * 60 * 1000;

export const premiumIndex = (world: World, symbol: string) => {
  const mark = text(markOf(world, symbol), 8);
  return {
    symbol,
    markPrice: mark,
    indexPrice: mark,
    estimatedSettlePrice: mark,
    lastFundingRate: text(fundingRateOf(world, symbol), 8),
    interestRate: '0.00010000',
    nextFundingTime: nextFunding(world.now()),
    time: world.now(),
  };
};

/** The day's figures follow from where the market started and where it is: there is no trading but ours. */
export const ticker = (world: World, symbol: string) => {
  const [open, last] = [world.rules.get(symbol)!.startPrice, markOf(world, symbol)];
  const [change, { price, quantity }] = [last.minus(open), scaleOf(world, symbol)];
  return {
    symbol,
    priceChange: price(change),
    priceChangePercent: change.div(open).times(100).toFixed(3),
    weightedAvgPrice: price(open.plus(last).div(2)),
    lastPrice: price(last),
    lastQty: quantity(ONE),
    openPrice: price(open),
    highPrice: price(open.gt(last) ? open : last),
    lowPrice: price(open.lt(last) ? open : last),
    volume: quantity(ONE.times(100_000)),
    quoteVolume: text(last.times(100_000)),
    openTime: world.now() - DAY_MS,
    closeTime: world.now(),
    firstId: 1,
    lastId: world.numbers.trade,
    count: 1,
  };
};

export const priceTicker = (world: World, symbol: string) => ({
  symbol,
  price: scaleOf(world, symbol).price(markOf(world, symbol)),
  time: world.now(),
});

export { bookTicker, depth } from './depth';
