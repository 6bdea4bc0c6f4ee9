import type { Leg } from '../account/leg';
import { algoLine } from '../journal';
import type { World } from '../world';
import type { AlgoOrder, AlgoStatus } from './algo-order';

export const changeAlgo = (world: World, algo: AlgoOrder, change: Partial<AlgoOrder>, reason?: string): AlgoOrder => {
  const changed = world.algos.get(algo.algoId)!.add({ ...algo, ...change, updatedAt: world.now() });
  if (changed.status !== 'NEW') world.openAlgoIds.delete(algo.algoId);
  world.record(algoLine(changed, reason));
  return changed;
};

export const endAlgo = (world: World, algo: AlgoOrder, status: AlgoStatus, reason: string): AlgoOrder =>
  changeAlgo(world, algo, { status }, reason);

export const openAlgos = (world: World, symbol?: string): AlgoOrder[] =>
  [...world.openAlgoIds]
    .map((algoId) => world.algos.get(algoId)!.latest)
    .filter((algo) => symbol === undefined || algo.symbol === symbol);

/** A closePosition order ends with its position; a plain reduce-only one stays, and is the client's to cancel. */
export const expireOrphans = (world: World, leg: Leg): void => {
  for (const algo of openAlgos(world, leg.symbol))
    if (algo.closePosition && algo.positionSide === leg.positionSide)
      endAlgo(world, algo, 'EXPIRED', 'the position is gone');
};
