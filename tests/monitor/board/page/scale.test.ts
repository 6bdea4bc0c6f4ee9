import type { PositionView, RuleView } from '../../../../src/monitor/views';
import { positionView } from '../../http/support/views';

interface Scale {
  mark: number;
  entry: number;
  pins: { rule: RuleView; at: number; kind: string; waits: boolean }[];
  beyond: { rule: RuleView; at: number }[];
}

const { scaleOf } = jest.requireActual<{ scaleOf: (position: PositionView) => Scale | undefined }>(
  '../../../../src/monitor/board/page/scale.js',
);
const { standing } = jest.requireActual<{ standing: (position: PositionView) => number | undefined }>(
  '../../../../src/monitor/board/page/exits.js',
);

const placesOf = (scale: Scale | undefined) =>
  Object.fromEntries((scale?.pins ?? []).map(({ rule, at }) => [rule.rule, Math.round(at)]));

test('loss is on the left and profit on the right, for a long and for a short', () => {
  const long = scaleOf(positionView({ markPrice: '60600' }));
  const short = scaleOf(positionView({ side: 'short', markPrice: '59400' }));
  expect(placesOf(long)).toEqual({ stopLoss: 5, trailingStop: 61, takeProfit: 95 });
  expect(placesOf(short)).toEqual(placesOf(long));
  expect([long, short].map((scale) => [Math.round(scale!.entry), Math.round(scale!.mark)])).toEqual([
    [39, 61],
    [39, 61],
  ]);
});

test('a price beyond an exit widens the line, so that the tick is always on it', () => {
  for (const markPrice of ['50000', '59000', '62000', '90000']) {
    const { mark, pins } = scaleOf(positionView({ markPrice }))!;
    for (const at of [mark, ...pins.map((pin) => pin.at)]) expect(at).toBeGreaterThanOrEqual(0);
    for (const at of [mark, ...pins.map((pin) => pin.at)]) expect(at).toBeLessThanOrEqual(100);
  }
});

test('a liquidation price far away does not squash the line', () => {
  const liquidation: RuleView = {
    rule: 'liquidationBuffer',
    reason: 'LIQUIDATION_RISK',
    state: 'armed',
    level: 41_000,
    distancePercent: 32,
  };
  const position = positionView();
  const scale = scaleOf({ ...position, rules: [...position.rules, liquidation] })!;
  expect(placesOf(scale)).toEqual(placesOf(scaleOf(position)));
  expect(scale.beyond.map(({ rule }) => rule.rule)).toEqual(['liquidationBuffer']);
});

test('without a price there is no line', () => {
  expect(scaleOf(positionView({ markPrice: null }))).toBeUndefined();
  expect(standing(positionView({ markPrice: null }))).toBeUndefined();
});

test('a position stands between its exits as far as the price does', () => {
  expect(standing(positionView({ markPrice: '59100' }))).toBeCloseTo(0);
  expect(standing(positionView({ markPrice: '60300' }))).toBeCloseTo(0.5);
  expect(standing(positionView({ side: 'short', markPrice: '58500.000001' }))).toBeCloseTo(1);
});
