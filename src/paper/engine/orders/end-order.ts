import { finishAlgoOf } from '../algo/end-algo';
import { orderLine } from '../journal';
import type { World } from '../world';
import type { ExpiryReason, Order } from './order';

export interface Ending {
  readonly status: 'CANCELED' | 'EXPIRED' | 'EXPIRED_IN_MATCH';
  /** For the audit. */
  readonly reason: string;
  readonly expiry?: ExpiryReason;
}

export const CANCELLED: Ending = { status: 'CANCELED', reason: 'cancelled by the client' };

/** An open order ends without (further) execution. */
export const endOrder = (world: World, order: Order, { status, reason, expiry }: Ending, at = world.now()): Order => {
  const ended = world.orders.change({
    ...order,
    status,
    updatedAt: at,
    ...(expiry === undefined ? {} : { expiry }),
  });
  world.record(orderLine(ended, reason));
  if (ended.origin === 'algo') finishAlgoOf(world, ended.orderId);
  return ended;
};
