import type { Side } from '../account/leg';
import { amount, ceilTo, floorTo } from '../decimal';
import type { Amount } from '../decimal';
import { markOf } from '../world';
import type { World } from '../world';

/** PERCENT_PRICE: how far from the mark an order of this side may trade, on whole ticks. */
export const bandOf = (world: World, symbol: string, side: Side): Amount => {
  const [rules, mark] = [world.rules.get(symbol)!, markOf(world, symbol)];
  return side === 'BUY'
    ? floorTo(mark.times(rules.multiplierUp), rules.tick)
    : floorTo(mark.times(rules.multiplierDown), rules.tick);
};

/** exchangeInfo's marketTakeBound. */
export const TAKE_BOUND = '0.05';

/** A market order walks no further than this. */
export const takeBoundOf = (world: World, symbol: string, side: Side): Amount => {
  const [rules, mark] = [world.rules.get(symbol)!, markOf(world, symbol)];
  return side === 'BUY'
    ? floorTo(mark.times(amount(1).plus(TAKE_BOUND)), rules.tick)
    : ceilTo(mark.times(amount(1).minus(TAKE_BOUND)), rules.tick);
};
