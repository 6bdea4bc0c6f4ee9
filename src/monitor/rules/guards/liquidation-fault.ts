import { atOrWorse } from '../levels';
import type { RuleInput } from '../rule';
import { showPrice } from '../show-price';
import { isPrice } from './price-fault';

/** A liquidation price is credible up to this many times the entry price: farther off it names no danger, if it is not poisoned. */
export const TIMES_ENTRY_MAX = 20;

/**
 * Why a liquidation price is not to be acted on, or null. It is derived by the venue from the whole account, and has been
 * seen off by a factor of fifty (freqtrade#13456: 0.01546 for an entry at 0.0003). For a long it lies below entry and mark;
 * for a short above both, and at most TIMES_ENTRY_MAX times the entry.
 */
export function liquidationFault(input: RuleInput, liquidationPrice: number): string | null {
  const { side, entryPrice, markPrice } = input;
  if (!isPrice(liquidationPrice)) return `liquidation price ${liquidationPrice} is no price`;
  const shown = showPrice(liquidationPrice);
  if (atOrWorse(side, entryPrice, liquidationPrice))
    return `liquidation price ${shown} is on the wrong side of the entry price ${showPrice(entryPrice)} of a ${side}`;
  if (atOrWorse(side, markPrice, liquidationPrice))
    return `liquidation price ${shown} is on the wrong side of the mark price ${showPrice(markPrice)} of a ${side}`;
  if (liquidationPrice > TIMES_ENTRY_MAX * entryPrice)
    return `liquidation price ${shown} is more than ${TIMES_ENTRY_MAX} times the entry price ${showPrice(entryPrice)}`;
  return null;
}
