import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { CLOSE_WORKFLOW } from '../../domain/messages';

/** One run of a close, as Temporal lists it. */
export interface CloseRun {
  workflowId: string;
  runId: string;
  isRunning: boolean;
}

/** Which closes: by the queues of their accounts, or by their workflow ids; and of these those that run, or those that do not. */
export interface Which {
  taskQueues: readonly string[];
  /** Null: all of the queues. */
  workflowIds: readonly string[] | null;
  running: boolean;
}

/** The newest of them, newest first. Throws what the Temporal client throws. */
export const newestRuns = (
  client: Client,
  { taskQueues, workflowIds, running }: Which,
  most: number,
): Promise<CloseRun[]> =>
  take(
    client,
    [
      workflowIds === null ? `TaskQueue IN (${quoted(taskQueues)})` : `WorkflowId IN (${quoted(workflowIds)})`,
      `ExecutionStatus ${running ? '=' : '!='} 'Running'`,
    ],
    most,
  );

/** The runs that this decision started. */
export const runsOfDecision = (client: Client, decisionId: string, most: number): Promise<CloseRun[]> =>
  take(client, [`CloseDecisionId = '${decisionId}'`], most);

async function take(client: Client, conditions: readonly string[], most: number): Promise<CloseRun[]> {
  const query = [`WorkflowType = '${CLOSE_WORKFLOW}'`, ...conditions].join(' AND ');
  const runs: CloseRun[] = [];
  for await (const { workflowId, runId, status } of client.workflow.list({ query, pageSize: Math.min(most, 100) })) {
    runs.push({ workflowId, runId, isRunning: status.name === 'RUNNING' });
    if (runs.length >= most) break;
  }
  return runs;
}

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/** A UUID: the server takes anything else for a fault of the request. */
export const isRunId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** One run by its ids, the newest where no run is named; null where the server has none. The type is whatever it is. */
export async function describeRun(
  client: Client,
  workflowId: string,
  runId?: string,
): Promise<(CloseRun & { type: string }) | null> {
  if (runId !== undefined && !isRunId(runId)) return null;
  try {
    const { runId: found, status, type } = await client.workflow.getHandle(workflowId, runId).describe();
    return { workflowId, runId: found, isRunning: status.name === 'RUNNING', type };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}
