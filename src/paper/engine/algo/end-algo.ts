import type { Leg } from '../account/leg';
import { algoLine } from '../journal';
import type { World } from '../world';
import type { AlgoOrder, AlgoStatus } from './algo-order';

export const changeAlgo = (world: World, algo: AlgoOrder, change: Partial<AlgoOrder>, reason?: string): AlgoOrder => {
  const changed = world.algos.change({ ...algo, ...change, updatedAt: world.now() });
  world.record(algoLine(changed, reason));
  return changed;
};

export const endAlgo = (world: World, algo: AlgoOrder, status: AlgoStatus, reason: string): AlgoOrder =>
  changeAlgo(world, algo, { status }, reason);

/** Those that still wait for their trigger. */
export const openAlgos = (world: World, symbol?: string): AlgoOrder[] => world.algos.waiting(symbol);

/** A closePosition order ends with its position; a plain reduce-only one stays, and is the client's to cancel. */
export const expireOrphans = (world: World, leg: Leg): void => {
  for (const algo of openAlgos(world, leg.symbol))
    if (algo.closePosition && algo.positionSide === leg.positionSide)
      endAlgo(world, algo, 'EXPIRED', 'the position is gone');
};

/** The order that a conditional order became has ended, and with it the conditional order. */
export const finishAlgoOf = (world: World, orderId: number): void => {
  const algo = world.algos.ofOrder(orderId);
  if (algo) changeAlgo(world, algo, { status: 'FINISHED' });
};
