import { BackOff } from '../../../src/exchange/streams/back-off';

const pauses = (backOff: BackOff, count: number): number[] => Array.from({ length: count }, () => backOff.nextMs());

test('pauses double up to the longest, and begin again after a success', () => {
  const backOff = new BackOff(250, 1_500, () => 1);
  expect(pauses(backOff, 5)).toEqual([250, 500, 1_000, 1_500, 1_500]);
  backOff.reset();
  expect(pauses(backOff, 2)).toEqual([250, 500]);
});

test('chance takes away up to half of a pause, so that not all come back at once', () => {
  expect(pauses(new BackOff(1_000, 8_000, () => 0), 3)).toEqual([500, 1_000, 2_000]);
});

test('however long the venue is away, a pause stays a number', () => {
  const backOff = new BackOff(250, 15_000, () => 1);
  expect(pauses(backOff, 2_000).at(-1)).toBe(15_000);
});
