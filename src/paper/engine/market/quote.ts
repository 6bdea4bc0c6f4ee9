import { ceilTo, floorTo, most } from '../decimal';
import type { Amount } from '../decimal';
import type { Side } from '../account/leg';
import { markOf } from '../world';
import type { World } from '../world';

export interface Quote {
  readonly bid: Amount;
  readonly ask: Amount;
}

/** The synthetic market: one tick either side of the mark. */
export const quoteOf = (world: World, symbol: string): Quote => {
  const { tick } = world.rules.get(symbol)!;
  const mark = markOf(world, symbol);
  return { bid: most(floorTo(mark, tick).minus(tick), tick), ask: ceilTo(mark, tick).plus(tick) };
};

/** What an order of this side trades at when it takes. */
export const takingPrice = (world: World, symbol: string, side: Side): Amount => {
  const { bid, ask } = quoteOf(world, symbol);
  return side === 'BUY' ? ask : bid;
};

/** Whether a limit of this side reaches that price. */
export const reaches = (side: Side, limit: Amount, price: Amount): boolean =>
  side === 'BUY' ? limit.gte(price) : limit.lte(price);
