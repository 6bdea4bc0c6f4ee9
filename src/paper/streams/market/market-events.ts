import { bookTicker, depth, premiumIndex } from '../../engine/answers/market-answers';
import type { ExecutionLine } from '../../engine/journal';
import type { World } from '../../engine/world';

/** Each event shows the same figures as its REST endpoint. */
export const markEvent = (world: World, symbol: string) => {
  const row = premiumIndex(world, symbol);
  return {
    e: 'markPriceUpdate',
    E: world.now(),
    s: symbol,
    p: row.markPrice,
    ap: row.markPrice,
    P: row.estimatedSettlePrice,
    i: row.indexPrice,
    r: row.lastFundingRate,
    T: row.nextFundingTime,
  };
};

export const bookEvent = (world: World, symbol: string) => {
  const row = bookTicker(world, symbol);
  const at = world.now();
  return {
    e: 'bookTicker',
    u: at,
    s: symbol,
    b: row.bidPrice,
    B: row.bidQty,
    a: row.askPrice,
    A: row.askQty,
    T: at,
    E: at,
  };
};

/** The only trades of this market are the account's own. */
export const tradeEvent = (world: World, line: ExecutionLine) => ({
  e: 'aggTrade',
  E: world.now(),
  s: line.symbol,
  a: line.tradeId,
  p: line.price,
  q: line.quantity,
  nq: line.quantity,
  f: line.tradeId,
  l: line.tradeId,
  T: line.at,
  m: (line.side === 'BUY') === line.maker,
});

export const levelsEvent = (world: World, symbol: string, count: number, previous: number) => {
  const { lastUpdateId, bids, asks } = depth(world, symbol, count);
  const at = world.now();
  return {
    e: 'depthUpdate',
    E: at,
    T: at,
    s: symbol,
    U: Math.min(previous + 1, lastUpdateId),
    u: lastUpdateId,
    pu: previous,
    b: bids,
    a: asks,
  };
};
