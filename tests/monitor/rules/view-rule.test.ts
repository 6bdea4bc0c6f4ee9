import { judgePosition } from '../../../src/monitor/rules/judge-position';
import type { RuleSettings } from '../../../src/monitor/rules/rule-settings';
import { viewRule } from '../../../src/monitor/rules/view-rule';
import type { RuleView } from '../../../src/monitor/views';
import type { RuleInput } from '../../../src/monitor/rules/rule';
import { held } from './cases';

const SETTINGS: RuleSettings = {
  liquidationBuffer: null,
  stopLoss: { percent: 1.5 },
  atrStop: { multiple: 2 },
  trailingStop: { percent: 1.5, armedFromPercent: 1 },
  atrTrailing: null,
  takeProfit: { percent: 2.5 },
  maxHold: { afterMs: 3_600_000 },
};

function viewed(input: RuleInput, rule: string): RuleView | undefined {
  const views = judgePosition(input, SETTINGS).verdicts.map((verdict) => viewRule(verdict, input.markPrice));
  return views.find((view) => view.rule === rule);
}

test('a rule that would fire at a price shows how far that is, in percent of the mark price', () =>
  expect(viewed(held('long', 100), 'stopLoss')).toEqual({
    rule: 'stopLoss',
    reason: 'STOP_LOSS',
    state: 'armed',
    level: 98.5,
    distancePercent: 1.5,
  }));

test('the distance is never negative, on either side', () => {
  expect(viewed(held('short', 80), 'stopLoss')?.distancePercent).toBeCloseTo(26.875);
  expect(viewed(held('short', 100), 'takeProfit')?.distancePercent).toBeCloseTo(2.5);
});

test('a rule that waits shows the price that arms it', () =>
  expect(viewed(held('long', 100), 'trailingStop')).toMatchObject({
    state: 'waiting',
    level: 101,
    because: 'armed once the best price reaches 101',
  }));

test('a firing rule is at no distance, and says what was crossed', () =>
  expect(viewed(held('long', 98), 'stopLoss')).toMatchObject({
    state: 'firing',
    distancePercent: 0,
    because: '-1.5 %',
  }));

test('a blind rule says why', () =>
  expect(viewed(held('long', 98), 'atrStop')).toMatchObject({
    state: 'blind',
    level: null,
    distancePercent: null,
    because: 'no average true range yet: too few candles',
  }));

test('max hold has no price', () =>
  expect(viewed(held('long', 98, { heldForMs: 1 }), 'maxHold')).toMatchObject({
    state: 'armed',
    level: null,
    distancePercent: null,
  }));

test('without a mark price there is a level, and no distance', () => {
  const [verdict] = judgePosition(held('long', 100), SETTINGS).verdicts;
  expect(verdict && viewRule(verdict, null)).toMatchObject({ state: 'armed', level: 98.5, distancePercent: null });
});
