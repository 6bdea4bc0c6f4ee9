import { add, ceilToStep, floorToStep, isPositive, multiply, subtractToZero } from './decimal';
import type { DecimalText } from './decimal';
import type { Position } from './position';
import type { SymbolRules } from './symbol-rules';

/**
 * What an order takes. A market order: whatever the book has. A limit order: nothing worse than its price; at once or not at
 * all (IOC), or by resting alone (GTX, post-only), as what is put back must: where the market has passed its price meanwhile,
 * putting it back would be a close that nobody decided.
 */
export type Pricing = { type: 'market' } | { type: 'limit'; price: DecimalText; timeInForce: 'IOC' | 'GTX' };

export const AT_MARKET: Pricing = { type: 'market' };

export const rests = (pricing: Pricing): boolean => pricing.type === 'limit' && pricing.timeInForce === 'GTX';

/**
 * The worst price that a closing order may carry under the venue's price band: a limit order at it takes all that price
 * protection lets anyone take. Null where the venue names no band, no tick or no mark price.
 */
export function marketableLimit({ side, markPrice }: Position, { band, tick }: SymbolRules): DecimalText | null {
  if (band === null || tick === null || markPrice === undefined) return null;
  const price =
    side === 'long'
      ? ceilToStep(multiply(markPrice, subtractToZero('1', used(subtractToZero('1', band.down)))), tick)
      : floorToStep(multiply(markPrice, add('1', used(subtractToZero(band.up, '1')))), tick);
  return isPositive(price) ? price : null;
}

/** Nine tenths of the band: the rest is for the mark price to move in before the order arrives. */
const used = (width: DecimalText): DecimalText => multiply(width, '0.9');
