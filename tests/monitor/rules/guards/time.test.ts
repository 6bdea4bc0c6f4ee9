import { admitPrice } from '../../../../src/monitor/rules/guards/admit-price';
import { clockDoubt, watchClock } from '../../../../src/monitor/rules/guards/own-clock';
import type { OwnClock } from '../../../../src/monitor/rules/guards/own-clock';
import { readPrice } from '../../../../src/monitor/rules/guards/read-price';
import { after, contradicted, reading, SETTINGS, T0, tick } from './ticks';

const HOUR = 3_600_000;

describe('a price grows old', () => {
  const state = after(tick(0, 100));
  test.each([
    [0, null],
    [10_000, null],
    [10_001, 'price is 10 s old, 10 s allowed'],
    [90_000, 'price is 90 s old, 10 s allowed'],
  ])('after %d ms: %p', (ageMs, doubt) =>
    expect(readPrice(state, T0 + ageMs, SETTINGS)).toMatchObject({ price: 100, ageMs, doubt }),
  );

  test('where our clock was set back, its age is not known; a little is nothing', () => {
    expect(readPrice(state, T0 - HOUR, SETTINGS).doubt).toMatch('clock was set back');
    expect(readPrice(state, T0 - 900, SETTINGS)).toMatchObject({ ageMs: 0, doubt: null });
  });

  test('and is old already where it came late', () => {
    const late = tick(4, 101, { venueAtMs: T0 + 1_000 });
    expect(reading(tick(0, 100), late)).toMatchObject({ price: 101, ageMs: 2_950, doubt: null });
  });
});

describe('the time of a price', () => {
  test('older than the newest one seen: it is passed over', () => {
    const overtaken = tick(2, 105, { venueAtMs: T0 + 500 });
    const { state, refusal } = admitPrice(after(tick(0, 100), tick(1, 101)), overtaken, SETTINGS);
    expect(refusal).toBe('it is 0.5 s older than one already seen');
    expect(readPrice(state, T0 + 2_000, SETTINGS)).toMatchObject({ price: 101, doubt: null });
  });

  test('the same again is no older', () =>
    expect(reading(tick(0, 100), tick(0.3, 101, { venueAtMs: T0 - 50, source: 'rest' })).price).toBe(101));

  test('far ahead: it is passed over, and the prices after it are still taken', () => {
    const ahead = tick(1, 105, { venueAtMs: T0 + HOUR });
    expect(reading(tick(0, 100), ahead).price).toBe(100);
    expect(reading(tick(0, 100), ahead, tick(2, 102))).toMatchObject({ price: 102, doubt: null });
  });

  test('a heap of old prices that comes in at once after a pause is passed over', () => {
    const heap = [1, 2, 3, 4, 5, 6, 7].map((second) => tick(30, 50 + second, { venueAtMs: T0 + second * 1_000 }));
    expect(reading(tick(0, 100), ...heap).price).toBe(100);
    expect(reading(tick(0, 100), ...heap, tick(30.1, 99)).price).toBe(99);
  });

  const shifted = (byMs: number) =>
    [1, 2, 3].map((second) => tick(second, 100 + second, { venueAtMs: T0 + second * 1_000 + byMs }));

  test.each([HOUR, -HOUR])('a venue whose clock was set by %d ms is believed after two seconds', (byMs) => {
    const [first, second, third] = shifted(byMs);
    if (first === undefined || second === undefined || third === undefined) throw new Error('three ticks');
    expect(reading(tick(0, 100), first, second).price).toBe(100);
    expect(reading(tick(0, 100), first, second, third)).toMatchObject({ price: 103, ageMs: 0, doubt: null });
  });

  test.each([HOUR, -HOUR])('so is our own clock when it was set by %d ms', (byMs) => {
    const ours = [1, 2, 3].map((second) => tick(second, 100 + second, { receivedAtMs: T0 + second * 1_000 + byMs }));
    expect(reading(tick(0, 100), ...ours)).toMatchObject({ price: 103, ageMs: 0, doubt: null });
  });

  test('our clock set back in the middle of a crash delays it by seconds, not by what it was set', () => {
    const falling = [2, 3, 4, 5, 6, 7].map((second) =>
      contradicted(second, 85, { receivedAtMs: T0 + second * 1_000 - HOUR, venueAtMs: T0 + second * 1_000 - 50 }),
    );
    expect(reading(tick(0, 100), contradicted(1, 85), ...falling)).toMatchObject({ price: 85, doubt: null });
  });

  test('a first price from the future does not keep the next ones out', () => {
    const future = tick(0, 100, { venueAtMs: T0 + HOUR });
    expect(reading(future, tick(1, 101), tick(2, 102), tick(3, 103)).price).toBe(103);
  });
});

describe('our own clock', () => {
  const looks = (...walls: number[]): OwnClock =>
    walls.reduce<OwnClock | null>((clock, wall, second) => watchClock(clock, wall, second * 1_000), null) as OwnClock;

  test('that runs as it should is trusted', () => {
    const clock = looks(T0, T0 + 1_000, T0 + 2_010, T0 + 2_990);
    expect(clockDoubt(clock)).toBeNull();
  });

  test.each([
    [HOUR, 'this machine’s clock was set ahead by 3600 s'],
    [-HOUR, 'this machine’s clock was set back by 3600 s'],
  ])('that was set by %d ms is in doubt for half a minute', (byMs, doubt) => {
    const walls = [T0, ...Array.from({ length: 31 }, (_, second) => T0 + byMs + (second + 1) * 1_000)];
    expect(clockDoubt(looks(...walls.slice(0, 2)))).toBe(doubt);
    expect(clockDoubt(looks(...walls.slice(0, 31)))).toBe(doubt);
    expect(clockDoubt(looks(...walls))).toBeNull();
  });

  test('a process that stood still for a minute with its clock has not been set', () => {
    const clock = watchClock(watchClock(null, T0, 0), T0 + 60_000, 60_000);
    expect(clockDoubt(clock)).toBeNull();
  });
});
