import { Burst } from '../../../../src/exchange/ccxt/governor/burst';

const NOON = Date.parse('2026-01-22T12:00:00Z');

function answered(times: number, atMs: number): Burst {
  const burst = new Burst();
  burst.allowed(atMs, false);
  for (let answer = 0; answer < times; answer += 1) burst.answered(atMs);
  return burst;
}

test('alone, four may be in flight at first, and one more with every answer', () => {
  expect(new Burst().allowed(NOON, false)).toBe(4);
  expect(answered(100, NOON).allowed(NOON, false)).toBe(104);
});

test('beside others it is twelve at most', () => {
  const burst = new Burst();
  burst.allowed(NOON, true);
  for (let answer = 0; answer < 100; answer += 1) burst.answered(NOON);
  expect(burst.allowed(NOON, true)).toBe(12);
});

test('beside others each window begins with one, and goes on with six where that one came back within its first second', () => {
  const [early, late] = [answered(20, NOON + 9_000), answered(20, NOON + 9_000)];
  expect(early.allowed(NOON + 9_500, true)).toBe(12);
  expect(early.allowed(NOON + 10_050, true)).toBe(1);
  early.answered(NOON + 10_080);
  expect(early.allowed(NOON + 10_080, true)).toBe(6);
  expect(late.allowed(NOON + 11_000, true)).toBe(1);
  late.answered(NOON + 11_030);
  expect(late.allowed(NOON + 11_030, true)).toBe(2);
});

test('an order that found the window shut is followed by one, however soon it came back', () => {
  const burst = answered(20, NOON + 9_000);
  burst.allowed(NOON + 10_050, true);
  burst.refused();
  burst.answered(NOON + 10_080);
  expect(burst.allowed(NOON + 10_400, true)).toBe(1);
});

test('after two seconds without an answer it begins anew', () => {
  expect(answered(20, NOON).allowed(NOON + 2_000, false)).toBe(24);
  expect(answered(20, NOON).allowed(NOON + 2_001, false)).toBe(4);
});
