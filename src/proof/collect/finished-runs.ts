import type { Client } from '@temporalio/client';
import type { Instant } from '../../domain/exit-decision';
import { CLOSE_WORKFLOW } from '../../domain/messages';
import { taskQueue } from '../../domain/names';

/** A close that has ended, one way or another. One that went on in a fresh history is a run for each. */
export interface FinishedRun {
  workflowId: string;
  runId: string;
  endedAt: Instant;
}

const ENDED = ['Completed', 'Failed', 'Canceled', 'Terminated', 'TimedOut', 'ContinuedAsNew'];

/**
 * Every close of an account that has ended since `since`, or ever. By its task queue, which each close of the account has: who
 * starts one by hand in Temporal may leave our search attributes out.
 */
export const finishedQuery = (account: string, since: Instant | null): string =>
  [
    `WorkflowType = '${CLOSE_WORKFLOW}'`,
    `TaskQueue = '${taskQueue(account)}'`,
    `ExecutionStatus IN (${ENDED.map((status) => `'${status}'`).join(', ')})`,
    ...(since === null ? [] : [`CloseTime >= '${since}'`]),
  ].join(' AND ');

/** Temporal lists the newest first, and a SQL store in no other order: what is nearest to its deletion comes first here. */
export async function listFinishedRuns(client: Client, query: string, onListed: () => void): Promise<FinishedRun[]> {
  const runs: FinishedRun[] = [];
  for await (const { workflowId, runId, closeTime } of client.workflow.list({ query })) {
    runs.push({ workflowId, runId, endedAt: (closeTime ?? new Date()).toISOString() });
    onListed();
  }
  return runs.sort((one, other) => one.endedAt.localeCompare(other.endedAt));
}
