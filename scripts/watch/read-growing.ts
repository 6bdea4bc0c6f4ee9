import type { ClientPorts } from '../../src/client/ports';
import type { CloseRun } from './list-closes';
import type { Reach } from './reach';
import type { HistoryEvent } from './say-bookkeeping';

// Longer than the server holds a request that waits for news, near 20 s.
const LONG_POLL_MS = 40_000;

/**
 * The events of one run: first all there are, then new ones as they come, until it has ended or its history is gone.
 * A server that is away is waited for.
 */
export async function* readGrowing(
  ports: ClientPorts,
  run: CloseRun,
  reach: Reach,
): AsyncGenerator<HistoryEvent[], void> {
  let seen = 0;
  const unseen = (events: readonly HistoryEvent[]): HistoryEvent[] => {
    const fresh = events.filter(({ eventId }) => Number(eventId) > seen);
    seen = fresh.reduce((newest, { eventId }) => Math.max(newest, Number(eventId)), seen);
    return fresh;
  };

  const soFar: HistoryEvent[] = [];
  for await (const events of pages(ports, run, reach, false)) soFar.push(...unseen(events));
  yield soFar;
  for await (const events of pages(ports, run, reach, true)) yield unseen(events);
}

/** With `waiting`, the server answers once there is something new, and the last page is that of the run's end. */
async function* pages(
  { client, namespace }: ClientPorts,
  { workflowId, runId }: CloseRun,
  reach: Reach,
  waiting: boolean,
): AsyncGenerator<readonly HistoryEvent[], void> {
  let nextPageToken = new Uint8Array();
  do {
    const request = { namespace, execution: { workflowId, runId }, waitNewEvent: waiting, nextPageToken };
    const page = await reach.insist(() =>
      client.withDeadline(Date.now() + LONG_POLL_MS, () => client.workflowService.getWorkflowExecutionHistory(request)),
    );
    if (page === null) return;
    nextPageToken = new Uint8Array(page.nextPageToken);
    yield page.history?.events ?? [];
  } while (nextPageToken.length > 0);
}
