import { WorkflowFailedError, WorkflowNotFoundError } from '@temporalio/client';
import type { ClientPorts } from '../../client/ports';
import type { Receipt } from '../../client/receipt';
import type { CloseResult } from '../../domain/close-result';

const LOOK_AGAIN_MS = 1_000;

/** Resolves when a close has ended: with its result, or null for one that was terminated, or whose history is gone. */
export async function followClose(
  ports: () => ClientPorts | null,
  { workflowId, runId }: Pick<Receipt, 'workflowId' | 'runId'>,
  isOver: () => boolean,
): Promise<CloseResult | null> {
  while (!isOver()) {
    const outcome = await askOnce(ports(), workflowId, runId);
    if (outcome !== 'noAnswer') return outcome;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS).unref());
  }
  return null;
}

/** A server that goes away takes the question with it, and not the close. */
async function askOnce(
  ports: ClientPorts | null,
  workflowId: string,
  runId: string,
): Promise<CloseResult | null | 'noAnswer'> {
  if (ports === null) return 'noAnswer';
  try {
    return await ports.client.workflow.getHandle<() => Promise<CloseResult>>(workflowId, runId).result();
  } catch (error) {
    return error instanceof WorkflowFailedError || error instanceof WorkflowNotFoundError ? null : 'noAnswer';
  }
}
