import { showPrice } from '../show-price';
import type { GuardSettings } from './guard-settings';
import { isPrice } from './price-fault';
import type { AcceptedPrice, PriceDoubt, PriceSeen } from './price-state';

/**
 * Why a price is in doubt, or null. Compared with the last accepted one; where there is none that is fresh, with the index
 * price that came with it; where there is neither, it is in doubt as well.
 */
export function jumpOf(seen: PriceSeen, last: AcceptedPrice | null, settings: GuardSettings): string | null {
  if (last === null) return offIndex(seen, settings);
  const percent = percentFrom(last.price, seen.price);
  if (Math.abs(percent) <= settings.jumpPercent || indexWentAlong(seen, last)) return null;
  return `mark price jumped ${percent.toFixed(1)} %, from ${showPrice(last.price)} to ${showPrice(seen.price)}`;
}

function offIndex({ price, indexPrice }: PriceSeen, { jumpPercent }: GuardSettings): string | null {
  if (indexPrice === null) return `mark price ${showPrice(price)} has nothing to be compared with yet`;
  const percent = percentFrom(indexPrice, price);
  if (Math.abs(percent) <= jumpPercent) return null;
  return `mark price ${showPrice(price)} is ${percent.toFixed(1)} % off the index price ${showPrice(indexPrice)}`;
}

/** A second source: the index price is nearer to the new price than to the old one. */
const indexWentAlong = ({ price, indexPrice }: PriceSeen, last: AcceptedPrice): boolean =>
  indexPrice !== null && isPrice(indexPrice) && Math.abs(indexPrice - price) < Math.abs(indexPrice - last.price);

/** Does a doubtful price go on from the one before it: near it, or off the accepted price in the same direction? */
export function goesOn(
  seen: PriceSeen,
  doubt: PriceDoubt,
  last: AcceptedPrice | null,
  settings: GuardSettings,
): boolean {
  return isNear(seen, doubt, settings) || (last !== null && seen.price > last.price === doubt.price > last.price);
}

/** The other source says the same. */
export const confirms = (seen: PriceSeen, doubt: PriceDoubt, settings: GuardSettings): boolean =>
  seen.source !== doubt.source && isNear(seen, doubt, settings);

const isNear = ({ price }: PriceSeen, doubt: PriceDoubt, { jumpPercent }: GuardSettings): boolean =>
  Math.abs(percentFrom(doubt.price, price)) <= jumpPercent;

const percentFrom = (from: number, to: number): number => (to / from - 1) * 100;
