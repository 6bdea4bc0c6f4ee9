import { patched } from '@temporalio/workflow';
import { awaitHeartbeat } from '../src/domain/await-heartbeat';
import type { CloseOrder } from '../src/domain/close-order';
import type { LogContext } from '../src/domain/log-context';
import type { Settlement } from '../src/domain/settlement';
import { tookAll } from '../src/domain/submission';
import type { PossiblyExecuted } from '../src/domain/submission';
import { TIMES } from '../src/domain/times';
import { looking, lookingInTask } from './close-activities';
import { orElse, workerTrouble } from './or-else';

/**
 * Looks until the venue's word on the order is final. Where its answer leaves nothing of the position, that is a part of this
 * workflow task: an activity and a task fewer, and nobody waits for it with a position open. A signal does wait for it, until
 * the task is renewed. What is not shown soon is left to an activity of its own, as is every order that may still be open.
 */
export async function awaitTerminalFilled(
  order: CloseOrder,
  submission: PossiblyExecuted,
  context: LogContext,
): Promise<Settlement> {
  const summary = `${order.clientOrderId}: ${submission.kind}, until terminal and read back`;
  if (tookAll(order, submission) && patched('look-in-task')) {
    const look = lookingInTask(summary).awaitTerminalFilled(order, submission, context, TIMES.lookInTaskPatience);
    const soon = await orUnresolved(look);
    if (soon.kind === 'settled') return soon;
  }
  const activity = looking(summary, awaitHeartbeat(order, submission));
  return orUnresolved(activity.awaitTerminalFilled(order, submission, context));
}

const orUnresolved = (look: Promise<Settlement>): Promise<Settlement> =>
  orElse(look, (error) => ({ kind: 'unresolved', trouble: workerTrouble(error) }));
