import type { World } from '../world';
import { executeMarket } from './match-order';
import { isOpen } from './order';
import { settleLeg } from './settle-leg';

/** Market orders that were held back (setting fillDelayMs) fill at their own moment, whenever somebody looks next. */
export const fillDueOrders = (world: World): void => {
  while (world.unfilled.length > 0) {
    const order = world.orders.latest(world.unfilled[0]!)!;
    const dueAt = order.createdAt + world.settings.fillDelayMs;
    if (dueAt > world.now()) return;
    world.unfilled.shift();
    if (!isOpen(order)) continue;
    executeMarket(world, order, dueAt);
    settleLeg(world, order.symbol, order.positionSide);
  }
};
