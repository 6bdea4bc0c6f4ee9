import { isDue, notAskedYet, standingAfter, tookIt, warningFor } from '../../../src/monitor/trigger/standing';
import type { Standing } from '../../../src/monitor/trigger/standing';
import { NOW } from '../watching/cases';
import { result } from './results';

const STEADY = 5_000;
const times = { nowMs: STEADY, venueNowMs: NOW + 20_000 };
const READ = NOW + 10_000;

describe('after a close', () => {
  test.each([
    ['closed', 0],
    ['closedElsewhere', 0],
    ['alreadyFlat', 1],
    ['replaced', 1],
    ['refused', 1],
  ] as const)('%s, the position is asked about again in a newer list, and not before its pause', (outcome, inVain) => {
    const standing = standingAfter(result({ outcome }), inVain, times);
    const pause = inVain * 1_000;
    expect(isDue(standing, STEADY + pause, READ)).toBe(false);
    expect(isDue(standing, STEADY + pause, READ + 1)).toBe(true);
    expect(isDue(standing, STEADY + pause - 1, READ + 1)).toBe(false);
  });

  test.each([
    [1, 1_000],
    [2, 2_000],
    [5, 16_000],
    [9, 256_000],
    [10, 300_000],
    [10_000, 300_000],
  ])('the pause after %i in vain is %i ms', (inVain, pause) => {
    const standing = standingAfter(result({ outcome: 'refused' }), inVain, times);
    expect(standing).toMatchObject({ kind: 'ended', notBeforeMs: STEADY + pause });
  });

  test('that never read the venue, or had no result, a list from now on counts', () => {
    for (const one of [null, result({ outcome: 'refused', readAt: null })])
      expect(standingAfter(one, 1, times)).toMatchObject({ kind: 'ended', readAfterMs: NOW + 20_000 });
  });

  test.each([
    ['handedOver', '2', null],
    ['residual', '0.0004', '0.0004'],
  ] as const)('%s, it stands back, whatever list comes', (outcome, remainingQuantity, upTo) => {
    const standing = standingAfter(result({ outcome, remainingQuantity }), 1, times);
    expect(standing).toMatchObject({ kind: 'standsBack', upTo });
    expect(isDue(standing, Infinity, Infinity)).toBe(false);
  });

  test('only what is gone was taken', () => {
    expect([result(), result({ outcome: 'alreadyFlat' }), null].map(tookIt)).toEqual([true, false, false]);
  });
});

test('what waits is due at once, then when its time has come; what is under way never is', () => {
  expect(isDue(notAskedYet(STEADY), STEADY, 0)).toBe(true);
  const waiting: Standing = { kind: 'waiting', sinceMs: 0, tryAgainAtMs: STEADY + 1, because: 'away' };
  expect([isDue(waiting, STEADY, NOW), isDue(waiting, STEADY + 1, NOW)]).toEqual([false, true]);
  expect(isDue({ kind: 'asking', sinceMs: 0 }, Infinity, Infinity)).toBe(false);
  expect(isDue({ kind: 'closing', workflowId: 'w', runId: 'r', uiLink: '' }, Infinity, Infinity)).toBe(false);
});

test.each<[string, Standing, number, string | null]>([
  ['stands back', { kind: 'standsBack', upTo: null, because: 'alice' }, 1, 'the monitor stands back: alice'],
  [
    'waits',
    { kind: 'waiting', sinceMs: 0, tryAgainAtMs: 0, because: 'away' },
    1,
    'should go, and waits for Temporal: away',
  ],
  ['has ended once', { kind: 'ended', readAfterMs: 0, notBeforeMs: 0, because: 'x' }, 1, null],
  ['has ended in vain', { kind: 'ended', readAfterMs: 0, notBeforeMs: 0, because: 'x' }, 3, 'asked 3 times: x'],
  ['runs', { kind: 'closing', workflowId: 'w', runId: 'r', uiLink: '' }, 2, null],
])('a close that %s', (_name, standing, attempt, warning) => {
  expect(warningFor({ entryPrice: '1', attempt, inVain: 0, standing })).toBe(warning);
});
