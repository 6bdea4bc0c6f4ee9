import { atrStop } from '../../../src/monitor/rules/atr-stop';
import { atrTrailing } from '../../../src/monitor/rules/atr-trailing';
import { liquidationBuffer } from '../../../src/monitor/rules/liquidation-buffer';
import { maxHold } from '../../../src/monitor/rules/max-hold';
import { stopLoss } from '../../../src/monitor/rules/stop-loss';
import { takeProfit } from '../../../src/monitor/rules/take-profit';
import { trailingStop } from '../../../src/monitor/rules/trailing-stop';
import type { Side } from '../../../src/domain/exit-decision';
import type { RuleInput } from '../../../src/monitor/rules/rule';
import { held, inShort } from './cases';

describe('take-profit of 2.5 % on an entry at 100', () => {
  test.each<[Side, number, string]>([
    ['long', 100, 'stay 102.5'],
    ['long', 102.499, 'stay 102.5'],
    ['long', 102.5, 'exit 102.5'],
    ['long', 110, 'exit 102.5'],
    ['long', 50, 'stay 102.5'],
    ['short', 97.501, 'stay 97.5'],
    ['short', 97.5, 'exit 97.5'],
    ['short', 90, 'exit 97.5'],
    ['short', 150, 'stay 97.5'],
  ])('a %s at %d: %s', (side, mark, expected) =>
    expect(inShort(takeProfit.judge(held(side, mark), { percent: 2.5 }))).toBe(expected),
  );

  test('says what was crossed', () =>
    expect(takeProfit.judge(held('long', 103), { percent: 2.5 })).toMatchObject({ threshold: '2.5 %' }));
});

describe('stop-loss of 1.5 % on an entry at 100', () => {
  test.each<[Side, number, string]>([
    ['long', 98.501, 'stay 98.5'],
    ['long', 98.5, 'exit 98.5'],
    ['long', 1, 'exit 98.5'],
    ['long', 200, 'stay 98.5'],
    ['short', 101.499, 'stay 101.5'],
    ['short', 101.5, 'exit 101.5'],
    ['short', 1_000, 'exit 101.5'],
  ])('a %s at %d: %s', (side, mark, expected) =>
    expect(inShort(stopLoss.judge(held(side, mark), { percent: 1.5 }))).toBe(expected),
  );

  test('says what was crossed', () =>
    expect(stopLoss.judge(held('long', 98), { percent: 1.5 })).toMatchObject({ threshold: '-1.5 %' }));

  test('fires at the very price that a person would work out', () =>
    expect(stopLoss.judge(held('long', 59_100, { entryPrice: 60_000 }), { percent: 1.5 }).kind).toBe('exit'));
});

describe('trailing stop of 1.5 %, armed from 1 %, on an entry at 100', () => {
  test.each<[Side, number, number, string]>([
    ['long', 100, 100, 'waits 101'],
    ['long', 100.99, 90, 'waits 101'],
    ['long', 101, 101, 'stay 99.485'],
    ['long', 101, 99.485, 'exit 99.485'],
    ['long', 104, 102.5, 'stay 102.44'],
    ['long', 104, 102.44, 'exit 102.44'],
    ['long', 104, 60, 'exit 102.44'],
    ['short', 99.01, 120, 'waits 99'],
    ['short', 99, 99, 'stay 100.485'],
    ['short', 96, 97.5, 'exit 97.44'],
    ['short', 96, 97.4, 'stay 97.44'],
  ])('a %s that has been at %d and is at %d: %s', (side, bestPrice, mark, expected) => {
    const settings = { percent: 1.5, armedFromPercent: 1 };
    expect(inShort(trailingStop.judge(held(side, mark, { bestPrice }), settings))).toBe(expected);
  });

  test('is armed by the best price: that the profit has gone since does not disarm it', () =>
    expect(
      trailingStop.judge(held('long', 99, { bestPrice: 103 }), { percent: 1.5, armedFromPercent: 1 }),
    ).toMatchObject({ kind: 'exit', threshold: 'best 103 less 1.5 %' }));

  test('a mark price better than the best price told is the best price', () =>
    expect(
      inShort(trailingStop.judge(held('short', 96, { bestPrice: 100 }), { percent: 1.5, armedFromPercent: 1 })),
    ).toBe('stay 97.44'));
});

describe('ATR stop of 2 ranges of 1.5 on an entry at 100', () => {
  test.each<[Side, number, string]>([
    ['long', 97.01, 'stay 97'],
    ['long', 97, 'exit 97'],
    ['long', 110, 'stay 97'],
    ['short', 102.99, 'stay 103'],
    ['short', 103, 'exit 103'],
  ])('a %s at %d: %s', (side, mark, expected) =>
    expect(inShort(atrStop.judge(held(side, mark, { atr: 1.5 }), { multiple: 2 }))).toBe(expected),
  );

  test.each([null, 0, -1, NaN, Infinity, 50])('an average true range of %p tells nothing: blind', (atr) =>
    expect(atrStop.judge(held('long', 1, { atr }), { multiple: 2 }).kind).toBe('blind'),
  );

  test('says what was crossed', () =>
    expect(atrStop.judge(held('short', 104, { atr: 1.5 }), { multiple: 2 })).toMatchObject({
      threshold: 'entry 100 plus 2 ATR of 1.5',
    }));
});

describe('ATR trailing of 3 ranges of 1', () => {
  test.each<[Side, number, number, string]>([
    ['long', 100, 97.01, 'stay 97'],
    ['long', 100, 97, 'exit 97'],
    ['long', 110, 107, 'exit 107'],
    ['long', 110, 107.01, 'stay 107'],
    ['short', 90, 93, 'exit 93'],
    ['short', 90, 92.99, 'stay 93'],
  ])('a %s that has been at %d and is at %d: %s', (side, bestPrice, mark, expected) =>
    expect(inShort(atrTrailing.judge(held(side, mark, { atr: 1, bestPrice }), { multiple: 3 }))).toBe(expected),
  );

  test('too few candles: blind, and says so', () =>
    expect(atrTrailing.judge(held('long', 1), { multiple: 3 })).toEqual({
      kind: 'blind',
      because: 'no average true range yet: too few candles',
    }));
});

describe('max hold of 8 hours', () => {
  const hours = 3_600_000;
  const judge = (heldForMs: number | null, more: Partial<RuleInput> = {}) =>
    maxHold.judge(held('long', 100, { heldForMs, ...more }), { afterMs: 8 * hours });

  test.each<[number | null, string]>([
    [0, 'stay none'],
    [8 * hours - 1, 'stay none'],
    [8 * hours, 'exit none'],
    [900 * hours, 'exit none'],
    [null, 'blind'],
    [-1, 'blind'],
    [NaN, 'blind'],
    [Infinity, 'blind'],
  ])('held for %p ms: %s', (heldForMs, expected) => expect(inShort(judge(heldForMs))).toBe(expected));

  test('needs no price', () =>
    expect(judge(9 * hours, { markPrice: NaN, entryPrice: 0 })).toMatchObject({
      kind: 'exit',
      threshold: 'held for 8h',
    }));
});

describe('liquidation buffer of 2 %', () => {
  const judge = (side: Side, mark: number, liquidationPrice: number | null) =>
    liquidationBuffer.judge(held(side, mark, { liquidationPrice }), { percent: 2 });

  test.each<[Side, number, number | null, string]>([
    ['long', 91.801, 90, 'stay 91.8'],
    ['long', 91.8, 90, 'exit 91.8'],
    ['long', 90.01, 90, 'exit 91.8'],
    ['short', 107.799, 110, 'stay 107.8'],
    ['short', 107.8, 110, 'exit 107.8'],
    ['short', 109.99, 110, 'exit 107.8'],
    ['long', 1, null, 'stay none'],
    ['long', 100, 0.000001, 'stay 0.00000102'],
  ])('a %s at %d with liquidation at %p: %s', (side, mark, liquidation, expected) =>
    expect(inShort(judge(side, mark, liquidation))).toBe(expected),
  );

  test.each<[string, Side, number, number]>([
    ['above the entry of a long', 'long', 130, 120],
    ['at the entry of a long', 'long', 130, 100],
    ['below the entry of a short', 'short', 70, 80],
    ['above the mark of a long: it would be gone already', 'long', 89, 90],
    ['at the mark', 'short', 110, 110],
    ['a thousand times away from a short', 'short', 100, 100_001],
    ['zero', 'long', 100, 0],
    ['negative', 'long', 100, -5],
    ['no number', 'short', 100, NaN],
    ['infinite', 'short', 100, Infinity],
  ])('a liquidation price that is %s makes it blind', (_, side, mark, liquidation) =>
    expect(judge(side, mark, liquidation).kind).toBe('blind'),
  );

  test.each<Side>(['long', 'short'])('0.01546 for a %s entered at 0.0003 closes nothing (freqtrade#13456)', (side) => {
    const poisoned = held(side, 0.00031, { entryPrice: 0.0003, bestPrice: 0.0003, liquidationPrice: 0.01546 });
    const judgement = liquidationBuffer.judge(poisoned, { percent: 2 });
    // For a long it lies on the wrong side; for a short it is far off, as in a well-funded cross account.
    expect(judgement.kind).toBe(side === 'long' ? 'blind' : 'stay');
    if (side === 'long') expect(JSON.stringify(judgement)).toContain('liquidation price 0.01546');
  });
});
