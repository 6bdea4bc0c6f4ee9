import { isMultipleOf, text } from '../decimal';
import type { Amount } from '../decimal';
import { refusal } from '../refusal';
import type { SymbolRules } from '../rules/symbol-rules';
import type { Side } from '../account/leg';

/** PRICE_FILTER; also for trigger prices. */
export const checkTick = (rules: SymbolRules, price: Amount): void => {
  if (price.lte(0)) throw refusal('-4001');
  if (price.decimalPlaces() > rules.pricePrecision) throw refusal('-1111');
  if (price.lt(rules.priceMin)) throw refusal('-4013');
  if (price.gt(rules.priceMax)) throw refusal('-4002');
  if (!isMultipleOf(price, rules.tick)) throw refusal('-4014');
};

/** PERCENT_PRICE: a buy may not be far above the mark, nor a sell far below it. */
export const checkBand = (side: Side, price: Amount, bound: Amount): void => {
  if (side === 'BUY' && price.gt(bound)) throw refusal('-4016', text(bound));
  if (side === 'SELL' && price.lt(bound)) throw refusal('-4024', text(bound));
};

/** PERCENT_PRICE for a market order: the first price that it would trade at; an empty book has none. */
export const checkTakingPrice = (side: Side, price: Amount | undefined, bound: Amount): void => {
  if (price !== undefined && (side === 'BUY' ? price.gt(bound) : price.lt(bound))) throw refusal('-4131');
};
