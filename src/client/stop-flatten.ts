import { WorkflowNotFoundError } from '@temporalio/client';
import type { StopRequest } from '../domain/close-effects';
import { FLATTEN_SIGNALS } from '../domain/messages';
import { flattenWorkflowId } from '../domain/names';
import type { ClientPorts } from './ports';

/** Ends a running flatten by a person's word; what is open then is named, and closes that run go on. False where none runs. */
export async function stopFlatten(
  { client, logger }: ClientPorts,
  account: string,
  request: StopRequest,
): Promise<boolean> {
  try {
    await client.workflow
      .getHandle(flattenWorkflowId(account))
      .signal<[StopRequest]>(FLATTEN_SIGNALS.stopFlatten, request);
    logger.warn({ account, ...request }, 'FLATTEN STOPPED');
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
