import { isTriggeredBy } from '../algo/algo-order';
import { openAlgos } from '../algo/end-algo';
import { triggerAlgo } from '../algo/trigger-algo';
import type { Amount } from '../decimal';
import { executeResting } from '../orders/match-order';
import type { Order } from '../orders/order';
import { settleLeg } from '../orders/settle-leg';
import { markOf } from '../world';
import type { World } from '../world';
import { reaches } from './quote';

const isReached = (world: World, order: Order): boolean =>
  order.type === 'LIMIT' && reaches(order.side, order.price, markOf(world, order.symbol));

const fillReached = (world: World, symbol: string): void => {
  for (const { orderId } of world.orders.openOf(symbol)) {
    // Looked up afresh: an earlier fill may have knocked this one out.
    const order = world.orders.openOf(symbol).find((open) => open.orderId === orderId);
    if (!order || !isReached(world, order)) continue;
    executeResting(world, order, world.now());
    settleLeg(world, symbol, order.positionSide);
  }
};

const triggerReached = (world: World, symbol: string): void => {
  for (const { algoId } of openAlgos(world, symbol)) {
    const algo = openAlgos(world, symbol).find((open) => open.algoId === algoId);
    if (algo && isTriggeredBy(algo, markOf(world, symbol))) triggerAlgo(world, algo);
  }
};

/** The mark moves: first the book trades with whoever rests in the way, then conditional orders trigger. */
export const movePrice = (world: World, symbol: string, mark: Amount): void => {
  world.marks.set(symbol, mark);
  fillReached(world, symbol);
  triggerReached(world, symbol);
};
