import type { Amount } from '../decimal';
import type { Side } from '../account/leg';
import type { World } from '../world';
import { levelsOf, oppositeOf, priceOf } from './levels';

/** What an order of this side trades at first when it takes; undefined when nobody is there. */
export const takingPrice = (world: World, symbol: string, side: Side): Amount | undefined => {
  const [best] = levelsOf(world, symbol, oppositeOf(side));
  return best && priceOf(world.rules.get(symbol)!, best);
};

/** Whether a limit of this side reaches that price. */
export const reaches = (side: Side, limit: Amount, price: Amount): boolean =>
  side === 'BUY' ? limit.gte(price) : limit.lte(price);

/** Whether a price is strictly better for the taker of this side than another. */
export const isBetter = (side: Side, price: Amount, other: Amount): boolean =>
  side === 'BUY' ? price.lt(other) : price.gt(other);
