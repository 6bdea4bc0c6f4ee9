import { WorkflowNotFoundError } from '@temporalio/client';
import type { FlattenResult } from '../domain/flatten/flatten-result';
import { FLATTEN_QUERIES } from '../domain/messages';
import type { FlattenStatus } from '../domain/messages';
import { flattenWorkflowId } from '../domain/names';
import { uiLink } from '../temporal/ui-link';
import type { ClientPorts } from './ports';

/** A flatten as its workflow tells it; `status` is null while no worker is there to answer. */
export interface ShownFlatten {
  workflowId: string;
  runId: string;
  running: boolean;
  startedAt: string;
  uiLink: string;
  status: FlattenStatus | null;
}

interface LatestFlatten extends Omit<ShownFlatten, 'status'> {
  /** Was this request one of those that it acts on, or has acted on? */
  hasHeard: (requestId: string) => Promise<boolean>;
  askStatus: () => Promise<FlattenStatus | null>;
}

// A query needs a worker; without one it would hang for as long as the server allows.
const QUERY_PATIENCE_MS = 2_000;

/** The account's newest flatten, running or finished; null where there was none. */
export async function latestFlatten(ports: ClientPorts, account: string): Promise<LatestFlatten | null> {
  const { client } = ports;
  const workflowId = flattenWorkflowId(account);
  try {
    const { runId, status, startTime } = await client.workflow.getHandle(workflowId).describe();
    const askStatus = (): Promise<FlattenStatus | null> =>
      status.name === 'COMPLETED' ? askResult(ports, workflowId, runId) : askFlatten(ports, workflowId, runId);
    return {
      ...{ workflowId, runId, askStatus, running: status.name === 'RUNNING', startedAt: startTime.toISOString() },
      uiLink: uiLink({ ...ports, workflowId, runId }),
      hasHeard: async (id) => (await askStatus())?.asked.some(({ requestId }) => requestId === id) ?? false,
    };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

export async function showFlatten(ports: ClientPorts, account: string): Promise<ShownFlatten | null> {
  const latest = await latestFlatten(ports, account);
  if (latest === null) return null;
  const { hasHeard: _, askStatus, ...shown } = latest;
  return { ...shown, status: await askStatus() };
}

/** What a finished one left needs no worker to be told. */
async function askResult({ client }: ClientPorts, workflowId: string, runId: string): Promise<FlattenStatus> {
  const result = await client.workflow.result<() => Promise<FlattenResult>>(workflowId, runId);
  return { asked: result.asked, progress: null, stop: null, refusedMessages: [], result };
}

/** What a running flatten says of itself; null while no worker is there to answer. */
export async function askFlatten(
  { client }: ClientPorts,
  workflowId: string,
  runId?: string,
): Promise<FlattenStatus | null> {
  try {
    return await client.withDeadline(Date.now() + QUERY_PATIENCE_MS, () =>
      client.workflow.getHandle(workflowId, runId).query<FlattenStatus>(FLATTEN_QUERIES.flattenStatus),
    );
  } catch {
    return null;
  }
}
