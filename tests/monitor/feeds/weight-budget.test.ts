import { CANDLE_SPACING } from '../../../src/monitor/feeds/candle-feed';
import { POSITION_PACE } from '../../../src/monitor/feeds/position-feed';
import { PRICE_PACE } from '../../../src/monitor/feeds/price-feed';
import { WeightBudget } from '../../../src/monitor/feeds/weight-budget';

/** A venue's count, so many seconds into its minute. */
const budget = (used1m: number | null, limit1m: number | null, second = 0) =>
  new WeightBudget({ weightUsed: () => ({ used1m, limit1m }), venueNowMs: () => 1_700_000_040_000 + second * 1_000 });

test.each([
  ['nothing is used', 0, 0, 1_500],
  ['others have used little', 600, 0, 1_500],
  ['half a minute is left, and 100 of the budget: 20 reads', 1_100, 30, 1_500],
  ['the whole minute is left, and 100 of the budget: 20 reads', 1_100, 0, 3_000],
  ['the budget is used up, and the other half is the exit lane’s', 1_200, 0, 5_000],
  ['the exit lane is in a storm', 2_400, 0, 5_000],
])('when %s', (_, used, second, spacingMs) => {
  expect(budget(used, 2_400, second).spacingMs(POSITION_PACE)).toBe(spacingMs);
});

test.each([
  ['no limit', 9_999, null],
  ['no count', null, 2_400],
])('%s that the venue has told limits nothing', (_, used, limit) => {
  expect(budget(used, limit).spacingMs(POSITION_PACE)).toBe(1_500);
  expect(budget(used, limit).isAmple()).toBe(true);
});

test('what can wait does so when a fifth of the budget is left', () => {
  expect(budget(959, 2_400).isAmple()).toBe(true);
  expect(budget(960, 2_400).isAmple()).toBe(false);
});

test('it says where it stands in the venue’s numbers', () => {
  expect(budget(1_190, 2_400).describe()).toBe(
    '1190 of the venue’s 2400 weight a minute are used, and feeds keep to 1200',
  );
});

describe('the weight plan', () => {
  const minute = (everyMs: number, weight: number): number => (60_000 / everyMs) * weight;

  /** As the table in weight-budget.ts has it, from the paces that the feeds keep. */
  const most = (symbols: number): number => {
    const positions = minute(POSITION_PACE.hintedEveryMs, POSITION_PACE.weight);
    const prices = minute(PRICE_PACE.everyMs, PRICE_PACE.weight) + 12 * PRICE_PACE.weight;
    const candles = Math.min(symbols, minute(CANDLE_SPACING, 1));
    return positions + prices + candles + 20;
  };

  test.each([
    [45, 985],
    [1_000, 1_180],
  ])('with %i positions, the most that the feeds ask for is %i, within half of the limit', (symbols, total) => {
    expect(most(symbols)).toBe(total);
    expect(total).toBeLessThanOrEqual(1_200);
  });

  test('at their slowest, the feeds take a twentieth of the limit', () => {
    const slowest = [POSITION_PACE, PRICE_PACE].map(({ slowestMs, weight }) => minute(slowestMs, weight));
    expect(slowest).toEqual([60, 60]);
  });
});
