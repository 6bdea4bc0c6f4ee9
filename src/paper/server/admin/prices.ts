import { movePrice } from '../../engine/market/move-price';
import type { Venue } from '../venue';
import { readDecimal, readFields, readPrice, readSigned, readSymbol } from './fields';

/** New marks, in the order given; resting orders fill and conditional orders trigger on the way. */
export const movePrices = (venue: Venue, body: unknown): unknown => {
  const moves = Object.entries(readFields(body)).map(([symbol, mark]) => ({
    symbol: readSymbol(venue.world, symbol, symbol).symbol,
    mark: readPrice(mark, symbol),
  }));
  for (const { symbol, mark } of moves) movePrice(venue.world, symbol, mark);
  return { prices: moves.length };
};

/** The most that one order can take from each market; null means any amount again. */
export const setLiquidity = (venue: Venue, body: unknown): unknown => {
  const limits = Object.entries(readFields(body)).map(([symbol, most]) => ({
    symbol: readSymbol(venue.world, symbol, symbol).symbol,
    most: most === null ? undefined : readDecimal(most, symbol),
  }));
  for (const { symbol, most } of limits)
    if (most === undefined) venue.world.liquidity.delete(symbol);
    else venue.world.liquidity.set(symbol, most);
  return { liquidity: limits.length };
};

/** What positions pay at the next settlements, per market; negative rates make shorts pay longs. */
export const setFundingRates = (venue: Venue, body: unknown): unknown => {
  const rates = Object.entries(readFields(body)).map(([symbol, rate]) => ({
    symbol: readSymbol(venue.world, symbol, symbol).symbol,
    rate: readSigned(rate, symbol),
  }));
  for (const { symbol, rate } of rates) venue.world.fundingRates.set(symbol, rate);
  return { rates: rates.length };
};
