import { WorkflowNotFoundError } from '@temporalio/client';
import { SIGNALS } from '../domain/messages';
import type { Release } from '../domain/messages';
import { closeWorkflowId } from '../domain/names';
import type { CloseTarget } from '../domain/names';
import type { ClientPorts } from './ports';

/** Takes a running close over by hand. False where none runs. */
export async function releaseClose(
  { client, logger }: ClientPorts,
  target: CloseTarget,
  release: Release,
): Promise<boolean> {
  try {
    await client.workflow.getHandle(closeWorkflowId(target)).signal<[Release]>(SIGNALS.release, release);
    logger.warn({ ...target, ...release }, 'CLOSE RELEASED');
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
