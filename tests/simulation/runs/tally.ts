import { MOVES } from '../../../src/domain/close-state';
import type { CloseState } from '../../../src/domain/close-state';
import type { Fault } from '../auditor/audit';
import { evidenceOf } from '../auditor/evidence';
import type { Run } from './run-scenario';

export interface FailedSeed {
  readonly seed: number;
  readonly faults: readonly Fault[];
}

/** What many runs came to. Plain data: it travels between processes. */
export interface Tally {
  runs: number;
  outcomes: Record<string, number>;
  moves: Record<string, number>;
  ghosts: number;
  doubled: number;
  failed: FailedSeed[];
}

export const newTally = (): Tally => ({ runs: 0, outcomes: {}, moves: {}, ghosts: 0, doubled: 0, failed: [] });

const count = (counts: Record<string, number>, key: string, by = 1): void =>
  void (counts[key] = (counts[key] ?? 0) + by);

export function note(tally: Tally, seed: number, run: Run, faults: readonly Fault[]): void {
  const { stage, result } = run;
  tally.runs += 1;
  count(tally.outcomes, result?.outcome ?? 'unfinished');
  const stopped = result?.outcome === 'handedOver';
  for (const { from, to } of stage.log.of('state')) count(tally.moves, `${from} ${eventOf(from, to, stopped)}`);
  tally.ghosts += ghostsIn(stage, result) ? 1 : 0;
  tally.doubled += evidenceOf(run).doubled.size > 0 ? 1 : 0;
  if (faults.length > 0) tally.failed.push({ seed, faults });
}

/** The log has states alone; where two events lead to the same one, how the close ended tells them apart. */
function eventOf(from: CloseState, to: CloseState, stopped: boolean): string {
  const events = Object.entries(MOVES[from]).flatMap(([event, next]) => (next === to ? [event] : []));
  return events.find((event) => (event === 'stopped') === (stopped && to === 'finished')) ?? events[0] ?? '?';
}

const ghostsIn = (stage: Run['stage'], result: Run['result']): boolean =>
  result?.orders.some(
    ({ fate, clientOrderId }) =>
      fate === 'absent' && stage.log.of('execution').some(({ name }) => name === clientOrderId),
  ) ?? false;

export function merge(one: Tally, other: Tally): Tally {
  for (const key of ['outcomes', 'moves'] as const)
    for (const [name, times] of Object.entries(other[key])) count(one[key], name, times);
  one.runs += other.runs;
  one.ghosts += other.ghosts;
  one.doubled += other.doubled;
  one.failed.push(...other.failed);
  return one;
}

/** Every pair of MOVES, with how often it happened. */
export const coverage = ({ moves }: Tally): [pair: string, times: number][] =>
  Object.entries(MOVES).flatMap(([state, events]) =>
    Object.keys(events).map((event): [string, number] => [`${state} ${event}`, moves[`${state} ${event}`] ?? 0]),
  );
