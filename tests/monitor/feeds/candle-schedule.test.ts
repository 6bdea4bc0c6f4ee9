import { lastEndMs, nextSymbol } from '../../../src/monitor/feeds/candle-schedule';
import type { CandleState } from '../../../src/monitor/feeds/candle-schedule';

const MINUTE = 60_000;
const next = (states: Record<string, CandleState>, nowMs: number) =>
  nextSymbol(new Map(Object.entries(states)), MINUTE, nowMs);
const through = (throughMs: number, retryAtMs = 0): CandleState => ({ throughMs, retryAtMs });

test('a candle is final two seconds after its end', () => {
  expect(lastEndMs(3 * MINUTE + 1_999, MINUTE)).toBe(2 * MINUTE);
  expect(lastEndMs(3 * MINUTE + 2_000, MINUTE)).toBe(3 * MINUTE);
});

test('a symbol is due when a candle of its has ended, and not before', () => {
  const states = { BTC: through(2 * MINUTE) };
  expect(next(states, 3 * MINUTE - 1)).toBeNull();
  expect(next(states, 3 * MINUTE + 2_000)).toBe('BTC');
});

test('whoever has no candles goes first, and then whoever is furthest behind', () => {
  const states = { A: through(2 * MINUTE), B: through(MINUTE), C: through(0) };
  expect(next(states, 3 * MINUTE + 2_000)).toBe('C');
  expect(next({ A: states.A, B: states.B }, 3 * MINUTE + 2_000)).toBe('B');
});

test('a symbol that failed does not get in the way', () => {
  const states = { A: through(0, 4 * MINUTE), B: through(2 * MINUTE) };
  expect(next(states, 3 * MINUTE + 2_000)).toBe('B');
  expect(next(states, 4 * MINUTE)).toBe('A');
});

test('nobody is watched', () => {
  expect(next({}, MINUTE)).toBeNull();
});
