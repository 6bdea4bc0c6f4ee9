import { judgeSwitch } from '../../../scripts/doctor/checks/dead-man';
import { judgeProofs } from '../../../scripts/doctor/checks/proofs';
import { judgeOffset } from '../../../scripts/doctor/checks/clock';
import { judgeHeadroom } from '../../../scripts/doctor/checks/headroom';
import { judgeCloses } from '../../../scripts/doctor/checks/held-closes';
import { judgeHealth } from '../../../scripts/doctor/checks/monitor';
import { judgePermissions } from '../../../scripts/doctor/checks/permissions';
import { judgeRetention } from '../../../scripts/doctor/checks/retention';
import { judgeSteps } from '../../../scripts/doctor/checks/tuning';
import { judgePollers, judgeRouting } from '../../../scripts/doctor/checks/worker';
import type { Finding, FindingId } from '../../../scripts/doctor/findings';
import type { ShownClose } from '../../../src/client/show-close';
import { newProgress } from '../../../src/domain/close-progress';
import type { CloseProgress } from '../../../src/domain/close-progress';

const ids = (findings: Finding | Finding[]): FindingId[] => [findings].flat().map(({ id }) => id);
const DAY = 86_400_000;

it.each<[string, Finding | Finding[], FindingId[]]>([
  ['a month of retention', judgeRetention(30 * DAY, 'default'), ['retention.long']],
  ['seven days, to the millisecond', judgeRetention(7 * DAY, 'default'), ['retention.long']],
  ['one millisecond less', judgeRetention(7 * DAY - 1, 'default'), ['retention.short']],
  ['a dev server’s day', judgeRetention(DAY, 'default'), ['retention.short']],

  ['a clock that is near', judgeOffset(-1_000), ['clock.near']],
  ['one that is ahead', judgeOffset(-1_001), ['clock.off']],
  ['one that is behind', judgeOffset(7_000), ['clock.off']],

  ['half of the weight used', judgeHeadroom({ used1m: 1_200, limit1m: 2_400 }), ['headroom.ample']],
  ['more than half', judgeHeadroom({ used1m: 1_201, limit1m: 2_400 }), ['headroom.scarce']],
  ['nothing said of it', judgeHeadroom({ used1m: null, limit1m: 2_400 }), ['headroom.untold']],
  ['no limit said', judgeHeadroom({ used1m: 10, limit1m: null }), ['headroom.untold']],

  ['nobody at the queue', judgePollers([], 'close-main', ''), ['worker.none']],
  ['this build', judgePollers([{ identity: 'w1', build: 'b' }], 'close-main', 'b'), ['worker.polls']],
  ['closes that go to who is there', judgeRouting({ current: null, atWork: [null] }), []],
  ['nobody known to be alive', judgeRouting({ current: { deployment: 'd', buildId: '1' }, atWork: [] }), []],
  [
    'closes that go to a build without workers',
    judgeRouting({ current: { deployment: 'd', buildId: '1' }, atWork: [null, { deployment: 'd', buildId: '2' }] }),
    ['worker.unrouted'],
  ],
  ['another build', judgePollers([{ identity: 'w1', build: 'a' }], 'close-main', 'b'), ['worker.otherBuild']],
  [
    'another build beside this one',
    judgePollers(
      [
        { identity: 'w1', build: 'b' },
        { identity: 'w2', build: '' },
      ],
      'close-main',
      'b',
    ),
    ['worker.otherBuild'],
  ],
])('%s', (_name, findings, expected) => expect(ids(findings)).toEqual(expected));

it('a clock’s side is named', () => {
  expect(judgeOffset(7_000).says).toBe('this machine’s clock is 7000 ms behind the venue’s');
  expect(judgeOffset(-7_000).says).toBe('this machine’s clock is 7000 ms ahead of the venue’s');
});

it.each([
  ['well', 'proofs.collected'],
  ['failing', 'proofs.failing'],
  ['nearDeletion', 'proofs.urgent'],
  ['lost', 'proofs.urgent'],
] as const)('proofs that stand %s', (state, id) => {
  expect(judgeProofs({ standing: { state, says: 'so' } })).toMatchObject({ id, says: 'so' });
});

it.each([
  ['watching', 'deadMan.watches'],
  ['waiting', 'deadMan.asleep'],
  ['left', 'deadMan.asleep'],
  ['disarmed', 'deadMan.asleep'],
  ['silent', 'deadMan.acted'],
  ['flattening', 'deadMan.acted'],
] as const)('a dead man’s switch that is %s', (phase, id) => {
  expect(judgeSwitch({ phase, says: 'so' })).toMatchObject({ id, says: 'so' });
});

describe('permissions', () => {
  const key = { tradesFutures: true, withdraws: false, boundToAddresses: true };
  const may = { canTrade: true, mode: 'one-way' } as const;
  const mayNot = { canTrade: false, mode: 'one-way' } as const;

  it.each<[string, Parameters<typeof judgePermissions>, FindingId[]]>([
    ['a key as it should be', [may, key, 'binanceusdm'], ['permissions.trade']],
    ['a venue that does not tell', [may, null, 'paper'], ['permissions.trade', 'permissions.untold']],
    ['an account that may not', [mayNot, key, 'binanceusdm'], ['permissions.noTrade']],
    ['a key that may not', [may, { ...key, tradesFutures: false }, 'binanceusdm'], ['permissions.noTrade']],
    [
      'a key that may withdraw, from anywhere',
      [may, { ...key, withdraws: true, boundToAddresses: false }, 'binanceusdm'],
      ['permissions.trade', 'permissions.withdraw', 'permissions.anyAddress'],
    ],
  ])('%s', (_name, asked, expected) => expect(ids(judgePermissions(...asked))).toEqual(expected));
});

describe('the 50 ms trap', () => {
  const burst = Array.from({ length: 48 }, () => 6);
  const slots = Array.from({ length: 16 }, () => 50);
  // A busy machine: most steps are late, some are not.
  const busy = Array.from({ length: 16 }, (_, index) => (index % 3 === 0 ? 8 : 90));

  it.each<[string, number[], boolean, FindingId[]]>([
    ['a tuned server', [...burst, ...burst.slice(0, 16)], true, ['tuning.quick']],
    ['one on a machine so busy that nothing can be said', [...burst, ...busy], true, ['tuning.unclear']],
    ['a stock server, once its first steps are spent', [...burst, ...slots], false, ['tuning.slow', 'tuning.notEager']],
    ['a half-tuned one', burst, false, ['tuning.quick', 'tuning.notEager']],
  ])('%s', (_name, stepsMs, eager, expected) => expect(ids(judgeSteps({ stepsMs, eager }))).toEqual(expected));
});

describe('held closes', () => {
  const close = (state: string, progress: Partial<CloseProgress> | null): ShownClose => ({
    ...{ workflowId: 'close:main:BTCUSDT:long', runId: 'r', running: true, startedAt: '', uiLink: '', state },
    status:
      progress === null
        ? null
        : {
            ...{ target: null, asked: [], stop: null, refusedMessages: [], result: null },
            progress: { ...newProgress(), ...progress },
          },
  });
  const trouble = { type: 'CredentialsRefused', detail: '-2015 Invalid API-key', needsPerson: true } as const;

  it('are named with their trouble and with who must act', () => {
    const [finding] = judgeCloses([close('closing', { state: 'held', alerted: true, trouble })]);
    expect(finding).toMatchObject({
      id: 'heldCloses.held',
      says: 'close:main:BTCUSDT:long: -2015 Invalid API-key; who must act: whoever owns the key',
    });
  });

  it('count by the search attribute where no worker answers', () => {
    expect(judgeCloses([close('held', null)])).toMatchObject([
      { id: 'heldCloses.held', says: expect.stringContaining('no worker answers') as string },
    ]);
  });

  it('one that goes on is none', () => {
    expect(judgeCloses([close('closing', {})])).toMatchObject([
      { id: 'heldCloses.none', says: '1 closes run, and none is held' },
    ]);
    expect(ids(judgeCloses([]))).toEqual(['heldCloses.none']);
  });
});

describe('the monitor', () => {
  const health = { status: 'ok', account: 'main', positionsWatched: 45, warnings: [] as string[] } as const;

  it.each<[string, Parameters<typeof judgeHealth>, FindingId]>([
    ['well', [health, 'main'], 'monitor.well'],
    ['degraded', [{ ...health, status: 'degraded', warnings: ['prices are late'] }, 'main'], 'monitor.degraded'],
    ['blind', [{ ...health, status: 'blind' }, 'main'], 'monitor.blind'],
    ['another account’s', [health, 'other'], 'monitor.away'],
  ])('%s', (_name, asked, expected) => expect(judgeHealth(...asked).id).toBe(expected));

  it('its own warnings are passed on', () => {
    const { says } = judgeHealth({ ...health, status: 'degraded', warnings: ['prices are late'] }, 'main');
    expect(says).toBe('the monitor is degraded, and watches 45 positions; prices are late');
  });
});
