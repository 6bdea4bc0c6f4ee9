import { table } from '../table';
import { FAULT_NAMES } from './judge/judge';
import type { FaultName } from './judge/judge';
import type { Score } from './run-policy';

const HEADS: Readonly<Record<FaultName, string>> = {
  doubled: 'doubled',
  flipped: 'flipped',
  tookAnothers: 'took another’s',
  naked: 'naked',
  orphaned: 'orphaned',
  falselyClosed: 'falsely closed',
  abandoned: 'abandoned',
  falselyFailed: 'falsely failed',
  neverEnded: 'never ended',
};

/** Counts out of the worlds, with percent; one close may have several faults. JSON also has the seeds of each. */
export function report(scores: readonly Score[], json: boolean): string {
  if (json) return JSON.stringify(scores.map(counted));
  return table(['policy', 'worlds', 'ended right', ...FAULT_NAMES.map((name) => HEADS[name])], scores.map(row));
}

const row = (score: Score): string[] => [
  score.policy,
  String(score.runs),
  share(score.right, score.runs),
  ...FAULT_NAMES.map((name) => share(seedsOf(score, name).length, score.runs)),
];

const share = (count: number, runs: number): string =>
  count === 0 ? '0' : `${count} (${((100 * count) / runs).toFixed(1)} %)`;

const seedsOf = ({ faults }: Score, name: FaultName): readonly number[] => faults[name] ?? [];

const counted = (score: Score) => ({
  policy: score.policy,
  worlds: score.runs,
  right: score.right,
  faults: Object.fromEntries(FAULT_NAMES.map((name) => [name, faultOf(score, name)])),
});

function faultOf(score: Score, name: FaultName) {
  const seeds = seedsOf(score, name);
  return { count: seeds.length, ratio: seeds.length / score.runs, seeds };
}
