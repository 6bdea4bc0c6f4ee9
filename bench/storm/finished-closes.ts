import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientPorts } from '../../src/client/ports';
import { CLOSE_WORKFLOW, GHOST_WATCH_WORKFLOW } from '../../src/domain/messages';

/** What became of the closes in Temporal, and what their histories came to. */
export interface Finished {
  /** Closes that have ended, and how. */
  outcomes: Record<string, number>;
  unfinished: number;
  /** Of all workflows of the storm, whatever their type. */
  events: number;
  bytes: number;
  /** When the last of them ended, ghost watches apart; `Infinity` where one has not. */
  lastAtMs: number;
}

const LOOK_EVERY_MS = 500;

export interface Storm {
  sinceMs: number;
  /** One for each position. */
  closes: number;
}

/** A ghost watch goes on for an hour after its close, where an order that died with a worker was judged absent. */
const RUNNING = `ExecutionStatus = 'Running' AND WorkflowType != '${GHOST_WATCH_WORKFLOW}'`;

/** Waits until Temporal lists so many closes as ended and no workflow as running but ghost watches, or patience ends. Its lists come after the fact. */
export async function untilAllEnded({ client }: ClientPorts, storm: Storm, patienceMs: number): Promise<void> {
  const ended = `WorkflowType = '${CLOSE_WORKFLOW}' AND ExecutionStatus != 'Running' AND ${startedSince(storm.sinceMs)}`;
  const untilMs = Date.now() + patienceMs;
  while (Date.now() < untilMs) {
    const [closes, running] = await Promise.all([ended, RUNNING].map((query) => client.workflow.count(query)));
    if (closes !== undefined && closes.count >= storm.closes && running?.count === 0) return;
    await sleep(LOOK_EVERY_MS);
  }
}

const startedSince = (sinceMs: number): string => `StartTime >= '${new Date(sinceMs).toISOString()}'`;

export async function finishedSince({ client }: ClientPorts, sinceMs: number): Promise<Finished> {
  const finished: Finished = { outcomes: {}, unfinished: 0, events: 0, bytes: 0, lastAtMs: 0 };
  for await (const run of client.workflow.list({ query: startedSince(sinceMs) })) {
    if (run.type !== GHOST_WATCH_WORKFLOW)
      finished.lastAtMs = Math.max(finished.lastAtMs, run.closeTime?.getTime() ?? Infinity);
    finished.events += run.historyLength;
    finished.bytes += run.historySize ?? 0;
    if (run.type !== CLOSE_WORKFLOW) continue;
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
