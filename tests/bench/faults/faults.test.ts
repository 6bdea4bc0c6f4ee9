/** Sixty of the seeded worlds of `npm run bench -- faults`. */
import type { FaultName } from '../../../bench/faults/judge/judge';
import { POLICIES } from '../../../bench/faults/policies';
import { report } from '../../../bench/faults/report';
import { runPolicy } from '../../../bench/faults/run-policy';
import type { Score } from '../../../bench/faults/run-policy';

const SEEDS = 60;
const scores: Score[] = [];

beforeAll(async () => {
  for (const policy of POLICIES) scores.push(await runPolicy(policy, SEEDS));
}, 60_000);

test('ours has none of the faults in any of them', () => {
  expect(scores.at(-1)).toEqual({ policy: 'closeproof', runs: SEEDS, right: SEEDS, faults: {} });
});

test.each<[index: number, faults: FaultName[]]>([
  [0, ['falselyClosed', 'neverEnded']],
  [1, ['abandoned', 'falselyFailed']],
  [2, ['flipped']],
  [3, ['falselyClosed', 'naked', 'neverEnded']],
  [4, ['naked', 'neverEnded']],
])('rival %i fails as its issues say', (index, faults) => {
  const score = scores[index]!;
  expect(Object.keys(score.faults)).toEqual(expect.arrayContaining(faults));
  expect(score.right).toBeLessThan(SEEDS);
  expect(score.right).toBeGreaterThan(SEEDS / 2);
});

test('the same seeds give the same score', async () => {
  expect(await runPolicy(POLICIES[0]!, 10)).toEqual(await runPolicy(POLICIES[0]!, 10));
});

test('the report counts in worlds and percent, and names the seeds in JSON', () => {
  const score: Score = { policy: 'one', runs: 40, right: 38, faults: { naked: [7, 9] } };
  expect(report([score], false)).toContain('| one    | 40     | 38 (95.0 %) |');
  expect(report([score], false)).toContain('2 (5.0 %)');
  expect(JSON.parse(report([score], true))).toMatchObject([
    { policy: 'one', worlds: 40, right: 38, faults: { naked: { count: 2, ratio: 0.05, seeds: [7, 9] } } },
  ]);
});
