import { isMultipleOf } from '../decimal';
import type { Amount } from '../decimal';
import { refusal } from '../refusal';
import type { SymbolRules } from '../rules/symbol-rules';
import type { OrderType } from './order';

/** LOT_SIZE for limit orders, MARKET_LOT_SIZE for market orders, and the precision that both share. */
export const checkQuantity = (rules: SymbolRules, type: OrderType, quantity: Amount): void => {
  if (quantity.lte(0)) throw refusal('-4003');
  if (quantity.decimalPlaces() > rules.quantityPrecision) throw refusal('-1111');
  if (quantity.lt(rules.lotMin)) throw refusal('-4004');
  if (quantity.gt(type === 'MARKET' ? rules.marketLotMax : rules.lotMax)) throw refusal('-4005');
  if (!isMultipleOf(quantity, rules.step)) throw refusal('-4023');
};
