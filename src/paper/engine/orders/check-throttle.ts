import { refusal } from '../refusal';
import type { World } from '../world';

/** While the venue protects itself, only what reduces gets in. Cancels are never asked. */
export const checkThrottle = (world: World, reduces: boolean): void => {
  if (!reduces && world.now() < world.throttledUntil) throw refusal('-1008');
};

/** An account in liquidation has no say in it. Cancels are never asked. */
export const checkLiquidation = (world: World): void => {
  if (world.now() < world.liquidatingUntil) throw refusal('-2023');
};

/** A market that has been delisted takes no orders. */
export const checkTrades = (world: World, symbol: string): void => {
  if (world.delisted.has(symbol)) throw refusal('-4141');
};
