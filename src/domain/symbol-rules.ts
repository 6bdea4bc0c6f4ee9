import { floorToStep, isPositive, lessThan, min, subtractToZero } from './decimal';
import type { DecimalText } from './decimal';
import type { MarketSymbol } from './market-symbol';

/** The venue's rules for an order in one symbol. Quantities in contracts, prices in quote currency. */
export interface SymbolRules {
  symbol: MarketSymbol;
  marketId: string;
  /** Every quantity is a multiple of it (LOT_SIZE and MARKET_LOT_SIZE, the coarser). */
  step: DecimalText;
  minQuantity: DecimalText;
  /** MARKET_LOT_SIZE.maxQty: a larger market order is refused with -4005, so a larger close is split. */
  marketMaxQuantity: DecimalText;
  /** Every price is a multiple of it (PRICE_FILTER). Null where the venue does not say: a market order needs none. */
  tick: DecimalText | null;
  /** PERCENT_PRICE: how far from the mark price an order may be priced, as factors of it. Null where the venue sets no band. */
  band: PriceBand | null;
  /** False while the venue takes no orders in it. */
  trading: boolean;
}

/** The lowest and the highest price of an order, as factors of the mark price: 0.95 and 1.05. */
export interface PriceBand {
  down: DecimalText;
  up: DecimalText;
}

/**
 * The quantity of this round's order: as much of `wanted` as one market order may carry, in whole steps.
 * '0' where nothing that is left can be sent. Minimum notional plays no part: the venue exempts reducing orders from it.
 */
export function quantityForRound(wanted: DecimalText, rules: SymbolRules): DecimalText {
  const whole = floorToStep(wanted, rules.step);
  if (lessThan(whole, rules.minQuantity) || !isPositive(whole)) return '0';
  const capped = min(whole, floorToStep(rules.marketMaxQuantity, rules.step));
  return leaveEnoughForTheNext(whole, capped, rules);
}

/** A remainder below the venue's minimum could never be sent, so this order leaves it a minimum's worth, if it can spare it. */
function leaveEnoughForTheNext(whole: DecimalText, capped: DecimalText, rules: SymbolRules): DecimalText {
  const rest = subtractToZero(whole, capped);
  if (!isPositive(rest) || !lessThan(rest, rules.minQuantity)) return capped;
  const smaller = floorToStep(subtractToZero(whole, rules.minQuantity), rules.step);
  return lessThan(smaller, rules.minQuantity) ? capped : smaller;
}
