import fc from 'fast-check';
import { restAfter } from '../../src/domain/patience';
import type { Trouble } from '../../src/domain/failure-types';
import { MISFORTUNES_BEFORE_HOLD, TIMES } from '../../src/domain/times';

const trouble = (changes: Partial<Trouble> = {}): Trouble => ({
  type: 'VenueUnreachable',
  detail: 'no answer',
  needsPerson: false,
  ...changes,
});
const misfortunes = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 1_000_000 }));
const needsPerson = fc.boolean();

describe('patience', () => {
  test('first a quarter of a second, doubling', () =>
    expect([1, 2, 3, 4, 5].map((nth) => restAfter(trouble(), nth))).toEqual(
      [250, 500, 1_000, 2_000, 4_000].map((ms) => ({ held: false, ms })),
    ));

  test('a misfortune too many calls a person, on a slower clock', () =>
    expect([6, 7, 8].map((nth) => restAfter(trouble(), nth))).toEqual(
      [5_000, 10_000, 20_000].map((ms) => ({ held: true, ms })),
    ));

  test('what only a person can mend calls one at once', () =>
    expect(restAfter(trouble({ needsPerson: true }), 1)).toEqual({ held: true, ms: TIMES.heldFirst }));

  test('every rest is as long as the one before or longer, and a hold stays a hold', () =>
    fc.assert(
      fc.property(misfortunes, needsPerson, (nth, person) => {
        const [now, next] = [
          restAfter(trouble({ needsPerson: person }), nth),
          restAfter(trouble({ needsPerson: person }), nth + 1),
        ];
        expect(next.ms).toBeGreaterThanOrEqual(now.ms);
        expect(!now.held || next.held).toBe(true);
      }),
    ));

  test('never gives up: however many there were, it comes back within the longest rest', () =>
    fc.assert(
      fc.property(misfortunes, needsPerson, (nth, person) => {
        const { ms, held } = restAfter(trouble({ needsPerson: person }), nth);
        expect(ms).toBeGreaterThan(0);
        expect(ms).toBeLessThanOrEqual(TIMES.heldMax);
        expect(held).toBe(person || nth > MISFORTUNES_BEFORE_HOLD);
      }),
    ));

  test('never comes back before the venue said to', () =>
    fc.assert(
      fc.property(misfortunes, needsPerson, fc.integer({ min: 0, max: 300_000_000 }), (nth, person, retryAfterMs) => {
        const told = restAfter(trouble({ needsPerson: person, retryAfterMs }), nth);
        const untold = restAfter(trouble({ needsPerson: person }), nth);
        expect(told.ms).toBe(Math.max(retryAfterMs, untold.ms));
      }),
    ));
});
