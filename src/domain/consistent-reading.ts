import type { CloseOrder } from './close-order';
import { equal, lessThan, subtractToZero } from './decimal';
import type { DecimalText } from './decimal';
import type { Position } from './position';
import type { OrderRecord } from './settlement';

/** Reducing never changes the entry price: at another one stands another position, or one that was added to. */
export const isAnother = ({ positionEntryPrice }: CloseOrder, position: Position | null): boolean =>
  position !== null && !equal(position.entryPrice, positionEntryPrice);

/** What is surely left of the position that an order rests on: of another one's quantity nothing can be told. */
export const leftOf = (order: CloseOrder, position: Position | null): DecimalText =>
  position === null || isAnother(order, position) ? '0' : position.quantity;

/**
 * Whether a position that was read shows what an order is known to have executed. A venue's position may lag its orders for
 * seconds: to trust it then would send for a quantity that is gone. More may be missing than we took: others close, too.
 */
export function showsExecution(order: CloseOrder, record: OrderRecord, position: Position | null): boolean {
  const expected = subtractToZero(order.positionQuantity, record.executedQuantity);
  return !lessThan(expected, leftOf(order, position));
}
