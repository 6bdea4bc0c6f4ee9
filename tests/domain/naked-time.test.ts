import { nakedMsUntil, noNakedTime, noteStop } from '../../src/domain/naked-time';

/** 's' open with a stop, 'n' open without one, 'f' flat; a reading every second. */
function nakedAfter(readings: string): number | null {
  const naked = noNakedTime();
  [...readings].forEach((one, index) =>
    noteStop(naked, { readAtMs: index * 1_000, isOpen: one !== 'f', hasStop: one === 's' }),
  );
  return nakedMsUntil(naked, (readings.length - 1) * 1_000);
}

test.each([
  ['a position that never had a stop is not called naked', 'nnf', null],
  ['a stop that rests until the position is flat leaves nothing naked', 'ssf', 0],
  ['without it, the count begins when it was last seen', 'snf', 2_000],
  ['and goes on while the position stays open', 'snnn', 3_000],
  ['a stop that comes back ends it', 'snssf', 2_000],
  ['two gaps add up', 'snsns', 4_000],
  ['a stop that comes late counts from then on', 'nnsf', 0],
])('%s (%s)', (_, readings, expected) => {
  expect(nakedAfter(readings)).toBe(expected);
});
