import fc from 'fast-check';
import { EXIT_REASONS } from '../../../src/domain/exit-decision';
import { EXIT_RULES } from '../../../src/monitor/rules/exit-rules';
import { judgePosition, NO_DOUBTS, warningsOf } from '../../../src/monitor/rules/judge-position';
import type { RuleSettings } from '../../../src/monitor/rules/rule-settings';
import { held, price, side } from './cases';

const OFF: RuleSettings = {
  liquidationBuffer: null,
  stopLoss: null,
  atrStop: null,
  trailingStop: null,
  atrTrailing: null,
  takeProfit: null,
  maxHold: null,
};

const ALL: RuleSettings = {
  liquidationBuffer: { percent: 2 },
  stopLoss: { percent: 1.5 },
  atrStop: { multiple: 2 },
  trailingStop: { percent: 1.5, armedFromPercent: 1 },
  atrTrailing: { multiple: 3 },
  takeProfit: { percent: 2.5 },
  maxHold: { afterMs: 1_000 },
};

test('the most pressing rule comes first, and gives the reason that its kind of exit has', () =>
  expect(EXIT_RULES.map(({ name, reason }) => `${name} ${reason}`)).toEqual([
    'liquidationBuffer LIQUIDATION_RISK',
    'stopLoss STOP_LOSS',
    'atrStop STOP_LOSS',
    'trailingStop TRAILING_STOP',
    'atrTrailing TRAILING_STOP',
    'takeProfit TAKE_PROFIT',
    'maxHold MAX_HOLD',
  ]));

test('every rule has its row, and every reason is one that a decision may have', () => {
  expect(EXIT_RULES.map(({ name }) => name).sort()).toEqual(Object.keys(OFF).sort());
  expect(EXIT_RULES.filter(({ reason }) => !EXIT_REASONS.includes(reason))).toEqual([]);
});

test('with every rule off a position stays, and nothing is said of it', () =>
  expect(judgePosition(held('long', 1, { heldForMs: 1e12 }), OFF)).toEqual({ verdicts: [], exit: null }));

describe('of several rules that fire', () => {
  const crashed = held('long', 91, { bestPrice: 105, liquidationPrice: 90, atr: 1, heldForMs: 5_000 });

  test('the first decides, and the others are told as well', () => {
    const { verdicts, exit } = judgePosition(crashed, ALL);
    expect(exit).toMatchObject({ rule: 'liquidationBuffer', reason: 'LIQUIDATION_RISK' });
    const firing = verdicts.filter(({ judgement }) => judgement.kind === 'exit').map(({ rule }) => rule);
    expect(firing).toEqual(['liquidationBuffer', 'stopLoss', 'atrStop', 'trailingStop', 'atrTrailing', 'maxHold']);
  });

  test('a blind one does not keep the next from deciding', () => {
    const { verdicts, exit } = judgePosition({ ...crashed, liquidationPrice: 5_000 }, ALL);
    expect(verdicts[0]).toMatchObject({ rule: 'liquidationBuffer', judgement: { kind: 'blind' } });
    expect(exit).toMatchObject({ rule: 'stopLoss', judgement: { threshold: '-1.5 %' } });
  });

  test('the exit is the first that fires, whatever the position', () =>
    fc.assert(
      fc.property(side, price, price, fc.integer({ min: 0, max: 2_000 }), (of, mark, atr, heldForMs) => {
        const { verdicts, exit } = judgePosition(held(of, mark, { atr, heldForMs, liquidationPrice: 80 }), ALL);
        expect(exit).toEqual(verdicts.find(({ judgement }) => judgement.kind === 'exit') ?? null);
      }),
    ));
});

describe('a doubt', () => {
  const firing = held('long', 91, { bestPrice: 105, atr: 1, heldForMs: 5_000 });

  test('about the price blinds every rule that looks at it; max hold still fires', () => {
    const { verdicts, exit } = judgePosition(firing, ALL, { ...NO_DOUBTS, price: 'price is 12 s old' });
    expect(exit).toMatchObject({ rule: 'maxHold', reason: 'MAX_HOLD' });
    const blind = verdicts.filter(({ judgement }) => judgement.kind === 'blind').map(({ rule }) => rule);
    expect(blind).toEqual(EXIT_RULES.map(({ name }) => name).filter((name) => name !== 'maxHold'));
  });

  test('about the clock blinds max hold alone', () => {
    const { verdicts } = judgePosition(firing, ALL, { ...NO_DOUBTS, clock: 'the clock was set' });
    expect(verdicts.filter(({ judgement }) => judgement.kind === 'blind').map(({ rule }) => rule)).toEqual(['maxHold']);
  });

  test('does not turn on a rule that is off', () =>
    expect(judgePosition(firing, OFF, { price: 'doubt', clock: 'doubt' }).verdicts).toEqual([]));

  test('is one warning, however many rules it blinds', () => {
    const verdict = judgePosition(firing, ALL, { price: 'price is 12 s old', clock: 'the clock was set' });
    expect(warningsOf(verdict)).toEqual(['price is 12 s old', 'the clock was set']);
    expect(warningsOf(judgePosition(firing, ALL))).toEqual([]);
  });
});
