import type { Build } from '../../../src/temporal/builds/build';
import { judgeStanding } from '../../../src/temporal/builds/judge-standing';
import type { Stand } from '../../../src/temporal/builds/judge-standing';

const build = (buildId: string, deployment = 'closeproof-main'): Build => ({ deployment, buildId });
const [one, two, none] = [build('1'), build('2'), null];

const cases: [string, Build, Build, Build[], Stand][] = [
  ['the current build', one, one, [one, two], 'current'],
  ['a build beside the current one', two, one, [one, two], 'waiting'],
  ['a build whose current one has no worker left', two, one, [two], 'orphaned'],
  ['the first build, beside workers without one', one, none, [none, one], 'waiting'],
  ['the first build, alone', one, none, [one], 'orphaned'],
  ['a worker without a build, where nobody has one', none, none, [none], 'current'],
  ['a worker without a build, beside the current one', none, one, [none, one], 'waiting'],
  ['a worker without a build, where the current one has no worker left', none, one, [none], 'orphaned'],
  ['the same id in another deployment', build('1', 'other'), one, [build('1', 'other'), one], 'waiting'],
  ['a build where the server lists no workers', two, one, [], 'unseen'],
];

test.each(cases)('%s', (_what, mine, current, atWork, stand) => {
  expect(judgeStanding(mine, { current, ramping: null, atWork })).toBe(stand);
});

test('a ramp to a build of which no worker is left is seen by the current one alone', () => {
  const ramping = { build: two, percent: 10 };
  expect(judgeStanding(one, { current: one, ramping, atWork: [one, two] })).toBe('current');
  expect(judgeStanding(one, { current: one, ramping, atWork: [one] })).toBe('rampOrphaned');
  expect(judgeStanding(none, { current: one, ramping, atWork: [one, none] })).toBe('waiting');
});
