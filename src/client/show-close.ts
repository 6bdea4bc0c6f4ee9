import { WorkflowNotFoundError } from '@temporalio/client';
import { CLOSE_WORKFLOW, QUERIES } from '../domain/messages';
import type { CloseStatus } from '../domain/messages';
import { searchAttributeKeys } from '../temporal/search-attributes';
import { uiLink } from '../temporal/ui-link';
import type { ClientPorts } from './ports';

/** A close as its workflow tells it; `status` is null while no worker is there to answer. */
export interface ShownClose {
  workflowId: string;
  runId: string;
  running: boolean;
  state: string;
  startedAt: string;
  uiLink: string;
  status: CloseStatus | null;
}

// A query needs a worker; without one it would hang for as long as the server allows.
const QUERY_PATIENCE_MS = 2_000;

/** The newest close under this workflow id, or null where there was none. */
export async function showClose(ports: ClientPorts, workflowId: string): Promise<ShownClose | null> {
  try {
    const description = await ports.client.workflow.getHandle(workflowId).describe();
    const { runId, status, startTime, typedSearchAttributes } = description;
    return {
      workflowId,
      runId,
      running: status.name === 'RUNNING',
      state: typedSearchAttributes.get(searchAttributeKeys.CloseState) ?? status.name.toLowerCase(),
      startedAt: startTime.toISOString(),
      uiLink: uiLink({ ...ports, workflowId, runId }),
      status: await askStatus(ports, workflowId, runId),
    };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

/** Every close that runs now. */
export async function listRunningCloses(ports: ClientPorts): Promise<ShownClose[]> {
  const query = `WorkflowType = '${CLOSE_WORKFLOW}' AND ExecutionStatus = 'Running'`;
  const shown: ShownClose[] = [];
  for await (const { workflowId } of ports.client.workflow.list({ query })) {
    const close = await showClose(ports, workflowId);
    if (close?.running === true) shown.push(close);
  }
  return shown;
}

/** What a close says of itself; null while no worker is there to answer. */
export async function askStatus(
  { client }: ClientPorts,
  workflowId: string,
  runId?: string,
): Promise<CloseStatus | null> {
  const handle = client.workflow.getHandle(workflowId, runId);
  try {
    return await client.withDeadline(Date.now() + QUERY_PATIENCE_MS, () =>
      handle.query<CloseStatus>(QUERIES.closeStatus),
    );
  } catch {
    return null;
  }
}
