import { LaneLimits } from '../../../../src/exchange/ccxt/lane/lane-limits';
import type { VenueAnswer } from '../../../../src/exchange/ccxt/lane/venue-answer';

const NOW = 1_800_000_000_000 + 12_345;
const fine: VenueAnswer = { status: 200, code: null, message: '' };

function makeLimits(answer: VenueAnswer, usage = {}): LaneLimits {
  const limits = new LaneLimits();
  limits.limits = { weight1m: 2_400, orders10s: 300, orders1m: 1_200 };
  limits.note(answer, usage, NOW);
  return limits;
}

const waits = (limits: LaneLimits, nowMs = NOW) => [limits.waitMs('read', nowMs), limits.waitMs('order', nowMs)];

test('nothing waits while the venue is content', () => {
  expect(waits(makeLimits(fine, { weight1m: 2_399, orders10s: 299, orders1m: 1_199 }))).toEqual([0, 0]);
});

test.each([
  ['a limit on the address stops everything', { status: 429, code: '-1003', retryAfterMs: 5_000 }, [5_000, 5_000]],
  ['so does a ban', { status: 418, code: '-1003', retryAfterMs: 120_000 }, [120_000, 120_000]],
  ['a limit on orders stops orders alone', { status: 429, code: '-1015', retryAfterMs: 4_000 }, [0, 4_000]],
  ['without a word on how long, it is a second', { status: 429, code: null }, [1_000, 1_000]],
])('%s', (_, answer, expected) => {
  expect(waits(makeLimits({ ...fine, ...answer }))).toEqual(expected);
});

test('a wait ends by itself, and a shorter one does not shorten it', () => {
  const limits = makeLimits({ ...fine, status: 429, retryAfterMs: 5_000 });
  limits.note({ ...fine, status: 429, retryAfterMs: 100 }, {}, NOW);
  expect(waits(limits, NOW + 4_000)).toEqual([1_000, 1_000]);
  expect(waits(limits, NOW + 5_000)).toEqual([0, 0]);
});

test('a count that is used up stops until its window ends', () => {
  expect(waits(makeLimits(fine, { orders10s: 300 }))).toEqual([0, 7_655]);
  expect(waits(makeLimits(fine, { orders1m: 1_200 }))).toEqual([0, 47_655]);
  expect(waits(makeLimits(fine, { weight1m: 2_400 }))).toEqual([47_655, 0]);
});

test('limits that were never told limit nothing', () => {
  const limits = new LaneLimits();
  limits.note(fine, { weight1m: 1e9, orders10s: 1e9 }, NOW);
  expect(waits(limits)).toEqual([0, 0]);
});

describe('spacing of reads', () => {
  const spacing = (weight1m: number, nowMs = NOW) => makeLimits(fine, { weight1m }).spacingMs(nowMs);

  test('none up to half of the weight', () => {
    expect(spacing(1_199)).toBe(0);
  });

  test('the more is used, the wider, within bounds', () => {
    expect(spacing(1_200)).toBe(397);
    expect(spacing(1_200)).toBeLessThan(spacing(1_800));
    expect(spacing(2_400)).toBe(1_000);
  });

  test('none in the next minute', () => {
    expect(spacing(2_300, NOW + 60_000)).toBe(0);
  });
});
