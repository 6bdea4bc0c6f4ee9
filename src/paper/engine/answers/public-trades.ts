import { isWithin, optionalInteger } from '../params';
import type { Params } from '../params';
import type { Trade } from '../orders/trade';
import type { World } from '../world';
import { scaleOf } from './scale';

const LIMIT_DEFAULT = 500;
const LIMIT_MAX = 1000;

/** There is no trading but the account's own. */
const select = (world: World, symbol: string, params: Params): readonly Trade[] => {
  const fromId = optionalInteger(params, 'fromId') ?? 0;
  return (world.tradesBySymbol.get(symbol) ?? [])
    .filter((trade) => trade.id >= fromId && isWithin(params, trade.at))
    .slice(-Math.min(optionalInteger(params, 'limit') ?? LIMIT_DEFAULT, LIMIT_MAX));
};

/** The account took, or somebody took from it. */
const isBuyerMaker = (trade: Trade): boolean => (trade.side === 'BUY') === trade.maker;

export const publicTrades = (world: World, symbol: string, params: Params): unknown[] => {
  const { price, quantity, quote } = scaleOf(world, symbol);
  return select(world, symbol, params).map((trade) => ({
    id: trade.id,
    price: price(trade.price),
    qty: quantity(trade.quantity),
    quoteQty: quote(trade.price.times(trade.quantity)),
    time: trade.at,
    isBuyerMaker: isBuyerMaker(trade),
    isRPITrade: false,
  }));
};

export const aggregateTrades = (world: World, symbol: string, params: Params): unknown[] => {
  const { price, quantity } = scaleOf(world, symbol);
  return select(world, symbol, params).map((trade) => ({
    a: trade.id,
    p: price(trade.price),
    q: quantity(trade.quantity),
    nq: quantity(trade.quantity),
    f: trade.id,
    l: trade.id,
    T: trade.at,
    m: isBuyerMaker(trade),
  }));
};
