import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientPorts } from '../../src/client/ports';

/** What became of the closes in Temporal, and what their histories came to. */
export interface Finished {
  /** Closes that have ended, and how. */
  outcomes: Record<string, number>;
  unfinished: number;
  /** Of all workflows of the storm, whatever their type. */
  events: number;
  bytes: number;
}

const LOOK_EVERY_MS = 500;

/** Waits until no workflow runs, or patience ends. Visibility comes a moment after the fact. */
export async function untilNoneRuns({ client }: ClientPorts, patienceMs: number): Promise<void> {
  const untilMs = Date.now() + patienceMs;
  while (Date.now() < untilMs) {
    const { count } = await client.workflow.count("ExecutionStatus = 'Running'");
    if (count === 0) return;
    await sleep(LOOK_EVERY_MS);
  }
}

export async function finishedSince({ client }: ClientPorts, sinceMs: number): Promise<Finished> {
  const finished: Finished = { outcomes: {}, unfinished: 0, events: 0, bytes: 0 };
  for await (const run of client.workflow.list({ query: `StartTime >= '${new Date(sinceMs).toISOString()}'` })) {
    finished.events += run.historyLength;
    finished.bytes += run.historySize ?? 0;
    if (run.type !== 'CloseWorkflow') continue;
    const outcome = run.status.name === 'RUNNING' ? null : outcomeOf(run.searchAttributes);
    if (outcome === null) finished.unfinished += 1;
    else finished.outcomes[outcome] = (finished.outcomes[outcome] ?? 0) + 1;
  }
  return finished;
}

const outcomeOf = (attributes: Readonly<Record<string, unknown>>): string => {
  const values = attributes['CloseOutcome'];
  return String(Array.isArray(values) ? values[0] : (values ?? 'unknown'));
};
