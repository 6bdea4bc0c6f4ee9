import type { CloseOrder } from './close-order';
import { lessThan, subtractToZero } from './decimal';
import type { Position } from './position';
import type { OrderRecord } from './settlement';

/**
 * Whether a position that was read shows what an order is known to have executed. A venue's position may lag its orders for
 * seconds: to trust it then would send for a quantity that is gone. More may be missing than we took: others close, too.
 */
export function showsExecution(order: CloseOrder, record: OrderRecord, position: Position | null): boolean {
  const expected = subtractToZero(order.positionQuantity, record.executedQuantity);
  return position === null || !lessThan(expected, position.quantity);
}
