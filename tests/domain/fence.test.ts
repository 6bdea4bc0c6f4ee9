import fc from 'fast-check';
import { absentAfterMs, budgetGrows, deadAfterMs, maySign, signBefore } from '../../src/domain/fence';
import { TIMES } from '../../src/domain/times';
import { anOrder, START_MS } from '../support/close-fixtures';

/** What the venue enforces, by its own clock alone. */
const venueAccepts = (timestampMs: number, recvWindowMs: number, venueNowMs: number): boolean =>
  timestampMs < venueNowMs + 1_000 && venueNowMs - timestampMs <= recvWindowMs;

const skew = fc.integer({ min: -600_000, max: 600_000 });
const delay = fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 3_600_000 }));

describe('the fence', () => {
  test('whatever our clocks say and however long a worker freezes, an order that the venue accepts is accepted before it is dead', () => {
    let accepted = 0;
    fc.assert(
      fc.property(skew, delay, delay, fc.nat({ max: 6 }), (skewMs, beforeSigning, onTheWay, lateRounds) => {
        const order = anOrder({ signBeforeMs: signBefore(START_MS, lateRounds), recvWindowMs: TIMES.recvWindow });
        const timestampMs = START_MS + beforeSigning + skewMs;
        if (!maySign(order, timestampMs)) return;
        const arrivesMs = START_MS + beforeSigning + onTheWay;
        if (!venueAccepts(timestampMs, order.recvWindowMs, arrivesMs)) return;
        accepted += 1;
        expect(arrivesMs).toBeLessThanOrEqual(deadAfterMs(order));
        expect(arrivesMs).toBeLessThanOrEqual(absentAfterMs(order));
      }),
      { numRuns: 2_000 },
    );
    expect(accepted).toBeGreaterThan(20);
  });

  test('may be signed up to its last moment, and not a millisecond later', () => {
    const order = anOrder({ signBeforeMs: START_MS });
    expect(maySign(order, START_MS)).toBe(true);
    expect(maySign(order, START_MS + 1)).toBe(false);
  });

  test('a partial close waits for what may still be unseen; a whole one need not', () => {
    expect(absentAfterMs(anOrder({ closesWhole: true })) - deadAfterMs(anOrder())).toBe(0);
    expect(absentAfterMs(anOrder({ closesWhole: false })) - deadAfterMs(anOrder())).toBe(TIMES.visibilityMargin);
  });

  test('a late round is given twice as long, up to the longest, and says when it no longer grows', () => {
    const budgets = [0, 1, 2, 3, 4, 60].map((lateRounds) => signBefore(0, lateRounds));
    expect(budgets).toEqual([2_000, 4_000, 8_000, 16_000, 16_000, 16_000]);
    expect([0, 1, 2, 3, 4, 60].map(budgetGrows)).toEqual([true, true, true, false, false, false]);
  });
});
