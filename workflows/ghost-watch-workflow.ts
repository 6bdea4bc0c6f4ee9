import { sleep } from '@temporalio/workflow';
import type { CloseOrder } from '../src/domain/close-order';
import { isPositive } from '../src/domain/decimal';
import type { LogContext } from '../src/domain/log-context';
import type { OrderRecord } from '../src/domain/settlement';
import { GHOST_WATCH_AT } from '../src/domain/times';
import { ghostHunting } from './close-activities';

/** Looks again, 1, 5, 30 and 60 minutes later, for an order that was judged absent; its result is what was found, or null. */
export async function GhostWatchWorkflow(
  order: Pick<CloseOrder, 'symbol' | 'clientOrderId'>,
  context: LogContext,
): Promise<OrderRecord | null> {
  const startedMs = Date.now();
  for (const afterMs of GHOST_WATCH_AT) {
    await sleep(startedMs + afterMs - Date.now());
    const record = await ghostHunting(`look for ${order.clientOrderId}`).lookForGhost(order, context);
    if (record !== null && isPositive(record.executedQuantity)) return record;
  }
  return null;
}
