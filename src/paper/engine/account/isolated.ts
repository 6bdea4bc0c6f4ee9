import { ZERO, most } from '../decimal';
import type { Amount } from '../decimal';
import type { World } from '../world';
import type { Leg } from './leg';
import { leverageOf } from './margin';

export const isolatedWalletOf = (leg: Leg): Amount => leg.isolatedWallet ?? ZERO;

/** What a new isolated position of this size sets aside. */
export const initialWallet = (world: World, symbol: string, quantity: Amount, price: Amount): Amount =>
  world.isolated.has(symbol) ? quantity.abs().times(price).div(leverageOf(world, symbol)).toDecimalPlaces(8) : ZERO;

/** What is set aside after a fill: more with what opens, less in proportion to what closes. */
export const walletAfter = (world: World, before: Leg, quantity: Amount, price: Amount): Amount => {
  if (!world.isolated.has(before.symbol)) return ZERO;
  const turned = quantity.s !== before.quantity.s && !before.quantity.isZero();
  if (quantity.isZero()) return ZERO;
  if (turned) return initialWallet(world, before.symbol, quantity, price);
  const opened = most(quantity.abs().minus(before.quantity.abs()), ZERO);
  if (opened.gt(0)) return isolatedWalletOf(before).plus(initialWallet(world, before.symbol, opened, price));
  return isolatedWalletOf(before).times(quantity.div(before.quantity)).toDecimalPlaces(8);
};
