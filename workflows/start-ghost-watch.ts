import { ParentClosePolicy, startChild } from '@temporalio/workflow';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import type { CloseOrder } from '../src/domain/close-order';
import type { LogContext } from '../src/domain/log-context';
import { ghostWatchWorkflowId } from '../src/domain/names';
import { GhostWatchWorkflow } from './ghost-watch-workflow';

/** Outlives the close: an order judged absent is looked for again while the close goes on, and after it. */
export async function startGhostWatch(order: CloseOrder, context: LogContext): Promise<void> {
  try {
    await startWatch(order, context);
  } catch (error) {
    // A reset plays the close again and names its orders alike: then the order is watched already. Thrown on, it would end the close.
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

async function startWatch({ clientOrderId, symbol }: CloseOrder, context: LogContext): Promise<void> {
  await startChild(GhostWatchWorkflow, {
    workflowId: ghostWatchWorkflowId(clientOrderId),
    args: [{ clientOrderId, symbol }, context],
    parentClosePolicy: ParentClosePolicy.ABANDON,
    staticSummary: `looks again for ${clientOrderId}, judged absent`,
  });
}
