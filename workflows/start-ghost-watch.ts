import { ParentClosePolicy, startChild } from '@temporalio/workflow';
import type { CloseOrder } from '../src/domain/close-order';
import type { LogContext } from '../src/domain/log-context';
import { ghostWatchWorkflowId } from '../src/domain/names';
import { GhostWatchWorkflow } from './ghost-watch-workflow';

/** Outlives the close: an order judged absent is looked for again while the close goes on, and after it. */
export async function startGhostWatch(order: CloseOrder, context: LogContext): Promise<void> {
  const { clientOrderId, symbol } = order;
  await startChild(GhostWatchWorkflow, {
    workflowId: ghostWatchWorkflowId(clientOrderId),
    args: [{ clientOrderId, symbol }, context],
    parentClosePolicy: ParentClosePolicy.ABANDON,
    staticSummary: `looks again for ${clientOrderId}, judged absent`,
  });
}
