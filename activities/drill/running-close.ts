import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { closeWorkflowId } from '../../src/domain/names';
import type { CloseTarget } from '../../src/domain/names';

/** The id of the close that runs on a position, or null. */
export async function runningClose(client: Client, target: CloseTarget): Promise<string | null> {
  const workflowId = closeWorkflowId(target);
  try {
    const { status } = await client.workflow.getHandle(workflowId).describe();
    return status.name === 'RUNNING' ? workflowId : null;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}
