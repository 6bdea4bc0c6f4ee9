import { LaneLimits, turnsAway } from '../../../../src/exchange/ccxt/lane/lane-limits';

const NOW = 1_800_000_000_000 + 12_345;

function makeLimits(weight1m: number, sentAtMs = NOW): LaneLimits {
  const limits = new LaneLimits();
  limits.limits = { weight1m: 2_400 };
  limits.noteUsage({ weight1m }, sentAtMs, NOW);
  return limits;
}

test('nothing waits while the venue is content', () => {
  expect(makeLimits(2_159).waitMs(NOW)).toBe(0);
});

test('a weight that is used up stops reads until the minute ends', () => {
  const limits = makeLimits(2_400);
  expect(limits.waitMs(NOW)).toBe(47_655);
  expect(limits.waitMs(NOW + 47_655)).toBe(0);
});

test('of what is left last, positions are read a while longer, and orders cancelled longest', () => {
  const mayGo = (used: number) =>
    (['other', 'positions', 'cancel'] as const).filter((need) => makeLimits(used).waitMs(NOW, need) === 0);
  expect([2_159, 2_160, 2_280, 2_352].map(mayGo)).toEqual([
    ['other', 'positions', 'cancel'],
    ['positions', 'cancel'],
    ['cancel'],
    [],
  ]);
});

test('a count that crossed from minute to minute tells of neither', () => {
  expect(makeLimits(2_400, NOW - 12_346).waitMs(NOW)).toBe(0);
});

test('limits that were never told limit nothing', () => {
  const limits = new LaneLimits();
  limits.noteUsage({ weight1m: 1e9 }, NOW, NOW);
  expect(limits.waitMs(NOW)).toBe(0);
});

test.each([
  ['a limit on the address', 429, '-1003', 'address'],
  ['a ban', 418, '-1003', 'address'],
  ['a page of something in front of the venue', 429, null, 'address'],
  ['a limit on orders', 429, '-1015', 'orders'],
  ['a refusal of another kind', 400, '-2022', null],
])('%s', (_, status, code, turned) => {
  expect(turnsAway({ status, code, message: '' })).toBe(turned);
});

describe('spacing of reads of what rests in the account', () => {
  const spacing = (weight1m: number, nowMs = NOW) => makeLimits(weight1m).restingSpacingMs(nowMs);

  test('two workers that keep to it leave a quarter of the weight to orders that are still to be sent', () => {
    const limits = makeLimits(0);
    let used = 0;
    for (let nowMs = NOW; nowMs < NOW + 47_000; nowMs += limits.restingSpacingMs(nowMs)) {
      used += 2 * 80;
      limits.noteUsage({ weight1m: used }, nowMs, nowMs);
    }
    expect(used).toBeGreaterThan(1_000);
    expect(used).toBeLessThanOrEqual(1_800);
  });

  test('the more is used, the wider, within bounds', () => {
    expect(spacing(0)).toBeLessThan(spacing(600));
    expect(spacing(600)).toBeLessThan(spacing(1_200));
    expect(spacing(1_800)).toBe(12_000);
    expect(spacing(2_400)).toBe(12_000);
  });

  test('a weight that nobody limits is no reason to wait', () => {
    expect(new LaneLimits().restingSpacingMs(NOW)).toBe(500);
  });
});

describe('spacing of reads', () => {
  const spacing = (weight1m: number, nowMs = NOW) => makeLimits(weight1m).spacingMs(nowMs);

  test('none up to a quarter of the weight', () => {
    expect(spacing(599)).toBe(0);
  });

  test('the more is used, the wider, within bounds', () => {
    expect(spacing(600)).toBe(264);
    expect(spacing(600)).toBeLessThan(spacing(1_800));
    expect(spacing(2_400)).toBe(1_000);
  });

  test('none in the next minute', () => {
    expect(spacing(2_300, NOW + 60_000)).toBe(0);
  });
});
