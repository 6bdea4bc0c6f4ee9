import { averageTrueRange } from '../../../src/monitor/feeds/atr';
import type { Bar } from '../../../src/monitor/feeds/atr';

const bar = (high: number, low: number, close: number): Bar => ({ high, low, close });

/** Bars of one true range each, that follow each other without a gap. */
const ofRanges = (...ranges: number[]): Bar[] => [
  bar(100, 100, 100),
  ...ranges.map((range) => bar(100 + range, 100, 100)),
];

test.each([
  ['the mean of the first ranges', ofRanges(3, 6, 9), 3, 6],
  ['then each new range weighs one part in `period`', ofRanges(3, 6, 9, 12), 3, (6 * 2 + 12) / 3],
  ['and the one after it likewise', ofRanges(3, 6, 9, 12, 2), 3, (8 * 2 + 2) / 3],
  ['a market that stands still', ofRanges(0, 0, 0), 3, 0],
  ['a period of one is the last range', ofRanges(5, 7), 1, 7],
])('%s', (_, bars, period, expected) => {
  expect(averageTrueRange(bars, period)).toBeCloseTo(expected, 12);
});

test.each([
  ['above the high', [bar(1, 1, 120), bar(110, 100, 105)], 20],
  ['below the low', [bar(1, 1, 90), bar(110, 100, 105)], 20],
  ['inside', [bar(1, 1, 104), bar(110, 100, 105)], 10],
])('a close before %s counts as far as it lies outside', (_, bars, expected) => {
  expect(averageTrueRange(bars, 1)).toBe(expected);
});

test.each([
  ['no bar', 0],
  ['as many bars as the period', 14],
])('%s is too few: the first bar has no true range', (_, count) => {
  expect(averageTrueRange(ofRanges(...Array<number>(14).fill(1)).slice(0, count), 14)).toBeNull();
});

test('one bar more is enough', () => {
  expect(averageTrueRange(ofRanges(...Array<number>(14).fill(1)), 14)).toBeCloseTo(1, 12);
});

// Wilder's own smoothing over a longer row of uneven bars, reckoned by hand in a spreadsheet.
test('a row of uneven bars', () => {
  const bars = [bar(48.7, 47.79, 48.16), bar(48.72, 48.14, 48.61), bar(48.9, 48.39, 48.75), bar(48.87, 48.37, 48.63)];
  expect(averageTrueRange([...bars, bar(48.82, 48.24, 48.74), bar(49.05, 48.64, 49.03)], 4)).toBeCloseTo(0.51, 2);
});
