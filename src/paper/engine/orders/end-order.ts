import { orderLine } from '../journal';
import type { World } from '../world';
import type { Order } from './order';

/** An open order ends without (further) execution; `reason` is for the audit. */
export const endOrder = (
  world: World,
  order: Order,
  status: 'CANCELED' | 'EXPIRED',
  reason: string,
  at = world.now(),
): Order => {
  const ended = world.orders.change({ ...order, status, updatedAt: at });
  world.record(orderLine(ended, reason));
  return ended;
};
