import { Worker } from '@temporalio/worker';
import type { ReplayResult, WorkflowBundleOption } from '@temporalio/worker';
import type { temporal } from '@temporalio/proto';

/** A history, and the workflow id that it is of. */
export interface Replayable {
  workflowId: string;
  history: temporal.api.history.v1.IHistory;
}

/** `error`: why the workflow code, given this history, does not do what stands in it. */
export interface Replayed {
  workflowId: string;
  error?: Error;
}

/**
 * Plays histories again against the workflow code, without a server: one verdict each, in their order. A history that is too
 * broken to be played ends the worker that plays it; the ones after it get another.
 */
export async function* replayHistories(
  bundle: WorkflowBundleOption,
  histories: AsyncIterable<Replayable> | Iterable<Replayable>,
): AsyncGenerator<Replayed, void> {
  const feed: Feed = { source: iteratorOf(histories), refused: null, inFlight: null, isOver: false };
  while (!feed.isOver) {
    yield* replayUntilBroken(bundle, feed);
    if (feed.refused !== null) yield feed.refused;
    feed.refused = null;
  }
}

interface Feed {
  source: AsyncIterator<Replayable> | Iterator<Replayable>;
  /** Not handed to a worker: it would panic, and never answer. */
  refused: Replayed | null;
  /** Handed to a worker, and not answered yet. */
  inFlight: Replayable | null;
  isOver: boolean;
}

async function* replayUntilBroken(workflowBundle: WorkflowBundleOption, feed: Feed): AsyncGenerator<Replayed, void> {
  try {
    for await (const result of Worker.runReplayHistories({ workflowBundle }, playable(feed))) {
      feed.inFlight = null;
      yield replayed(result);
    }
  } catch (error) {
    const { inFlight: broken } = feed;
    feed.inFlight = null;
    if (broken === null) throw error;
    yield { workflowId: broken.workflowId, error: error as Error };
  }
}

/** The next histories, up to one that no worker can play. */
async function* playable(feed: Feed): AsyncGenerator<Replayable, void> {
  for (let next = await feed.source.next(); next.done !== true; next = await feed.source.next()) {
    const fault = faultIn(next.value);
    if (fault !== null) {
      feed.refused = { workflowId: next.value.workflowId, error: new Error(fault) };
      return;
    }
    feed.inFlight = next.value;
    yield next.value;
  }
  feed.isOver = true;
}

function faultIn({ history: { events } }: Replayable): string | null {
  const started = events?.[0]?.workflowExecutionStartedEventAttributes;
  if (!started?.originalExecutionRunId) return 'the history does not begin with the start of a run';
  const gap = events?.findIndex(({ eventId }, at) => Number(eventId) !== at + 1) ?? -1;
  return gap < 0 ? null : `the history has no event ${gap + 1}`;
}

const replayed = ({ workflowId, error }: ReplayResult): Replayed => ({
  workflowId,
  ...(error === undefined ? {} : { error }),
});

const iteratorOf = (histories: AsyncIterable<Replayable> | Iterable<Replayable>): Feed['source'] =>
  Symbol.asyncIterator in histories ? histories[Symbol.asyncIterator]() : histories[Symbol.iterator]();
