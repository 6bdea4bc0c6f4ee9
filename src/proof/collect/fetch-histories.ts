import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { History } from '../history-facts';
import type { FinishedRun } from './finished-runs';

/** Asked for at a time. */
const AT_ONCE = 8;

export interface Fetched {
  run: FinishedRun;
  /** Null: it was listed, and has been deleted meanwhile. */
  history: History | null;
}

/** Their histories in the same order, a few ahead of whoever takes them. Throws where Temporal does not answer. */
export async function* fetchHistories(client: Client, runs: readonly FinishedRun[]): AsyncGenerator<Fetched, void> {
  for (let from = 0; from < runs.length; from += AT_ONCE)
    yield* await Promise.all(runs.slice(from, from + AT_ONCE).map((run) => fetchOne(client, run)));
}

async function fetchOne(client: Client, run: FinishedRun): Promise<Fetched> {
  try {
    return { run, history: await client.workflow.getHandle(run.workflowId, run.runId).fetchHistory() };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { run, history: null };
    throw error;
  }
}
