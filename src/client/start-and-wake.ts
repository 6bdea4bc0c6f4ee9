import { WorkflowNotFoundError } from '@temporalio/client';
import { SIGNALS } from '../domain/messages';
import type { ManualClose } from '../domain/messages';
import type { ClientPorts } from './ports';
import type { Receipt } from './receipt';
import { startClose } from './start-close';

/**
 * Starts the close of the decision's position, or joins the one that runs and wakes it from any back-off or hold. The same
 * decision again does nothing new, so it may be asked as often as answers are lost.
 */
export async function startAndWake(ports: ClientPorts, order: ManualClose): Promise<Receipt> {
  const receipt = await startClose(ports, order.decision);
  if (receipt.kind === 'joined') await wake(ports, receipt, order);
  return receipt;
}

async function wake({ client }: ClientPorts, { workflowId }: Receipt, order: ManualClose): Promise<void> {
  try {
    await client.workflow.getHandle(workflowId).signal<[ManualClose]>(SIGNALS.manualClose, order);
  } catch (error) {
    // It has finished meanwhile: whoever asked looks at what became of it.
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
