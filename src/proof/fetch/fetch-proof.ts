import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { ReplayVerdict } from '../checks/check';
import type { ProofBody } from '../file/proof-file';
import type { History } from '../history-facts';
import { makeProof } from '../make-proof';
import type { CloseRun } from './close-run';

export interface FetchPorts {
  client: Client;
  namespace: string;
  /** Plays a history against the workflow code, or says why it does not. */
  replay: (workflowId: string, history: History) => Promise<ReplayVerdict>;
  build: Record<string, string>;
}

/** The proof of one run, pinned by its run id; null where its history is gone. Throws `UnreadableHistory`. */
export async function fetchProof(
  ports: FetchPorts,
  { workflowId, runId }: Pick<CloseRun, 'workflowId' | 'runId'>,
): Promise<ProofBody | null> {
  const history = await fetchHistory(ports.client, workflowId, runId);
  if (history === null) return null;
  const { namespace, build } = ports;
  const replay = await ports.replay(workflowId, history);
  return makeProof({ workflowId, runId, namespace, history, replay, build, exportedAt: new Date().toISOString() });
}

async function fetchHistory(client: Client, workflowId: string, runId: string): Promise<History | null> {
  try {
    return await client.workflow.getHandle(workflowId, runId).fetchHistory();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}
