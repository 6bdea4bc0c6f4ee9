import { showPrice } from '../show-price';

/** Why no stop can be set `multiple` average true ranges from a price, or null. */
export function atrFault(atr: number, multiple: number, price: number): string | null {
  // Zero is a market without a trade, or candles that were never filled: its stop would fire at once.
  if (!Number.isFinite(atr) || atr <= 0) return `average true range ${atr} is no range`;
  if (multiple * atr < price) return null;
  return `${multiple} times the average true range ${showPrice(atr)} is more than the price ${showPrice(price)}`;
}
