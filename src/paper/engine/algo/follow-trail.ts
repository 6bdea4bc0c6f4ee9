import { least, most } from '../decimal';
import type { Amount } from '../decimal';
import type { World } from '../world';
import type { AlgoOrder, Trail } from './algo-order';

/** A selling stop follows a rising market from its activation price up; a buying one a falling market down. */
const isReached = (algo: AlgoOrder, trail: Trail, mark: Amount): boolean =>
  algo.side === 'SELL' ? mark.gte(trail.activatePrice) : mark.lte(trail.activatePrice);

const follow = (algo: AlgoOrder, trail: Trail, mark: Amount): Trail => {
  if (!trail.isActive) return isReached(algo, trail, mark) ? { ...trail, isActive: true, extreme: mark } : trail;
  const extreme = algo.side === 'SELL' ? most(trail.extreme, mark) : least(trail.extreme, mark);
  return extreme.eq(trail.extreme) ? trail : { ...trail, extreme };
};

/** The mark has moved: a trailing stop moves with it. Clients see its new trigger, but no event. */
export const followTrail = (world: World, algo: AlgoOrder, mark: Amount): AlgoOrder => {
  const trail = algo.trail && follow(algo, algo.trail, mark);
  return trail && trail !== algo.trail ? world.algos.change({ ...algo, trail }) : algo;
};
