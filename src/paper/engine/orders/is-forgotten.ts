import { isOpen } from './order';
import type { Order } from './order';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Source: "Query Order" in the documentation. */
const UNFILLED_MS = 3 * DAY_MS;
const ORDER_MS = 90 * DAY_MS;

/** Whether look-ups do not find the order any more: ended without a fill and three days old, or ninety days old. */
export const isForgotten = (order: Order, now: number): boolean => {
  if (isOpen(order)) return false;
  const age = now - order.createdAt;
  return age > ORDER_MS || (order.executed.isZero() && age > UNFILLED_MS);
};
