import { isTriggeredBy } from '../algo/algo-order';
import { openAlgos } from '../algo/end-algo';
import { followTrail } from '../algo/follow-trail';
import { triggerAlgo } from '../algo/trigger-algo';
import type { Amount } from '../decimal';
import { executeResting } from '../orders/execute-resting';
import { isOpen } from '../orders/order';
import type { Order } from '../orders/order';
import { settleLeg } from '../orders/settle-leg';
import { markOf } from '../world';
import type { World } from '../world';
import { keepCandle } from './candles';
import { reaches } from './quote';

const isReached = (world: World, order: Order): boolean =>
  order.type === 'LIMIT' && reaches(order.side, order.price, markOf(world, order.symbol));

const fillReached = (world: World, symbol: string): void => {
  for (const { orderId } of world.orders.openOf(symbol)) {
    // Looked up afresh: an earlier fill may have knocked this one out.
    const order = world.orders.latest(orderId);
    if (!order || !isOpen(order) || !isReached(world, order)) continue;
    executeResting(world, order);
    settleLeg(world, symbol, order.positionSide);
  }
};

const triggerReached = (world: World, symbol: string): void => {
  for (const { algoId } of openAlgos(world, symbol)) {
    // Looked up afresh: an earlier trigger may have ended this one.
    const open = world.algos.latest(algoId);
    if (open?.status !== 'NEW') continue;
    const mark = markOf(world, symbol);
    const algo = followTrail(world, open, mark);
    if (isTriggeredBy(algo, mark)) triggerAlgo(world, algo);
  }
};

/** The mark moves: first the book trades with whoever rests in the way, then conditional orders trigger. */
export const movePrice = (world: World, symbol: string, mark: Amount): void => {
  world.marks.set(symbol, mark);
  keepCandle(world, symbol, mark);
  fillReached(world, symbol);
  triggerReached(world, symbol);
};
