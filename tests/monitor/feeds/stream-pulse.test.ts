import { StreamPulse } from '../../../src/monitor/feeds/stream-pulse';

const VENUE_NOW = 1_700_000_000_000;
const price = (symbol: string, lagMs = 0) => ({ symbol, markPrice: '1', venueAtMs: VENUE_NOW - lagMs });

test('a stream that has never spoken has been silent for ever', () => {
  expect(new StreamPulse().silentMs(1_000)).toBe(Number.POSITIVE_INFINITY);
});

test.each([
  ['a fresh price', 0, 500],
  ['one that is nearly five seconds old', 4_999, 500],
  ['one that is older', 5_000, Number.POSITIVE_INFINITY],
])('%s is, or is not, a sign of life', (_, lagMs, silentMs) => {
  const pulse = new StreamPulse();
  pulse.hear([price('A', lagMs)], VENUE_NOW, 1_000);
  expect(pulse.silentMs(1_500)).toBe(silentMs);
});

test('the quietest of the watched symbols decides, and is named', () => {
  const pulse = new StreamPulse();
  pulse.watch(['A', 'B'], 1_000);
  pulse.hear([price('A'), price('B'), price('C')], VENUE_NOW, 1_000);
  pulse.hear([price('A')], VENUE_NOW, 4_500);
  expect(pulse.silentMs(4_500)).toBe(3_500);
  expect(pulse.missing(3_000, 4_500)).toEqual(['B']);
});

test('where all is silent, no symbol is singled out', () => {
  const pulse = new StreamPulse();
  pulse.watch(['A'], 1_000);
  pulse.hear([price('A')], VENUE_NOW, 1_000);
  expect(pulse.missing(3_000, 9_000)).toEqual([]);
  expect(pulse.silentMs(9_000)).toBe(8_000);
});

test('a symbol that was just opened is given time, and one that was closed is forgotten', () => {
  const pulse = new StreamPulse();
  pulse.watch(['OLD'], 1_000);
  pulse.hear([price('A')], VENUE_NOW, 9_000);
  expect(pulse.missing(3_000, 9_000)).toEqual(['OLD']);
  pulse.watch(['NEW'], 9_000);
  expect(pulse.silentMs(9_500)).toBe(500);
  expect(pulse.missing(3_000, 9_500)).toEqual([]);
});
