import type { Side } from '../account/leg';
import type { Amount } from '../decimal';
import { levelsOf, oppositeOf, priceOf } from '../market/levels';
import { mandatoryDecimal, optional } from '../params';
import type { Params } from '../params';
import { refusal } from '../refusal';
import type { World } from '../world';
import type { OrderDraft } from './order';

/** Names of a place in the book instead of a price: the best price of the other side or of one's own, or one further back. */
const PRICE_MATCH = /^(OPPONENT|QUEUE)(?:_(5|10|20))?$/;

const matchedPrice = (world: World, symbol: string, side: Side, name: string): Amount => {
  const [, end, rank = '1'] = PRICE_MATCH.exec(name) ?? [];
  if (end === undefined) throw refusal('-5037');
  const bookSide = oppositeOf(end === 'OPPONENT' ? side : side === 'BUY' ? 'SELL' : 'BUY');
  const levels = levelsOf(world, symbol, bookSide);
  for (let place = 1; place < Number(rank); place += 1) levels.next();
  const found = levels.next();
  if (found.done) throw refusal('-5041');
  return priceOf(world.rules.get(symbol)!, found.value);
};

/** A limit order says its price or names one. */
export const parsePrice = (
  world: World,
  symbol: string,
  side: Side,
  params: Params,
): Pick<OrderDraft, 'price' | 'priceMatch'> => {
  const name = optional(params, 'priceMatch') ?? 'NONE';
  if (name === 'NONE') return { price: mandatoryDecimal(params, 'price'), priceMatch: name };
  if (optional(params, 'price') !== undefined) throw refusal('-1106', 'price');
  return { price: matchedPrice(world, symbol, side, name), priceMatch: name };
};
