import type { Replayable, Replayed } from '../../worker/replay-histories';
import { assert } from '../domain/assert';
import type { ReplayVerdict } from './checks/check';

/** Plays histories against the workflow code: worker/replay-histories.ts, which this folder knows by its form alone. */
export type Replay = (histories: AsyncIterable<Replayable>) => AsyncIterable<Replayed>;

/** Something with a history, by which it is to be judged. */
export interface Played<T> extends Replayable {
  thing: T;
}

/** A verdict for each, in their order; the next is asked for when the one before it has its own. */
export async function* replayEach<T>(
  replay: Replay,
  all: AsyncIterable<Played<T>>,
): AsyncGenerator<{ thing: T; verdict: ReplayVerdict }, void> {
  const waiting: T[] = [];
  const handOver = async function* () {
    for await (const { thing, workflowId, history } of all) {
      waiting.push(thing);
      yield { workflowId, history };
    }
  };
  for await (const replayed of replay(handOver())) {
    assert(waiting.length > 0, 'a history was replayed that nobody asked for');
    yield { thing: waiting.shift() as T, verdict: verdictOf(replayed) };
  }
}

const verdictOf = ({ error }: Replayed): ReplayVerdict =>
  error === undefined ? { kind: 'replays' } : { kind: 'differs', because: error.message };
