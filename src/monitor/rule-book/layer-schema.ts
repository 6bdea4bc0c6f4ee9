import { z } from 'zod';
import { CANDLE_INTERVALS } from '../../exchange/candle-interval';
import type { CandleInterval } from '../../exchange/candle-interval';
import { count, duration, multiple, percent, percentOrZero } from './fields';

/** Each rule's settings, whole, as the file spells them (durations in ms once read). */
export const RULE_SHAPES = {
  liquidationBuffer: z.strictObject({ percent: percent(50) }),
  stopLoss: z.strictObject({ percent: percent(99) }),
  atrStop: z.strictObject({ multiple }),
  trailingStop: z.strictObject({ percent: percent(99), armedFromPercent: percentOrZero(1_000) }),
  atrTrailing: z.strictObject({ multiple }),
  takeProfit: z.strictObject({ percent: percent(1_000) }),
  maxHold: z.strictObject({ after: duration('1s', '366d') }),
};

const offOr = <Shape extends z.ZodType>(settings: Shape) =>
  z.union([z.literal('off'), settings], { error: 'must be off, or settings' });

const rules = {
  liquidationBuffer: offOr(RULE_SHAPES.liquidationBuffer.partial()).optional(),
  stopLoss: offOr(RULE_SHAPES.stopLoss.partial()).optional(),
  atrStop: offOr(RULE_SHAPES.atrStop.partial()).optional(),
  trailingStop: offOr(RULE_SHAPES.trailingStop.partial()).optional(),
  atrTrailing: offOr(RULE_SHAPES.atrTrailing.partial()).optional(),
  takeProfit: offOr(RULE_SHAPES.takeProfit.partial()).optional(),
  maxHold: offOr(RULE_SHAPES.maxHold.partial()).optional(),
};

const intervals = Object.keys(CANDLE_INTERVALS) as CandleInterval[];

const atr = z.strictObject({
  interval: z.enum(intervals, { error: `must be one of ${intervals.join(', ')}` }).optional(),
  // A reading of candles has 99 of them, and Wilder's average wants some more than its period.
  period: count(2, 50).optional(),
});

const guards = z.strictObject({
  staleAfter: duration('1s', '5m').optional(),
  jumpPercent: percent(90).optional(),
  believeAfter: duration('0s', '30s').optional(),
  believeTicks: count(2, 20).optional(),
});

const sideSchema = z.strictObject(rules);

/** What one place of the file says; what it does not say, it inherits. */
export const layerSchema = z.strictObject({
  ...rules,
  guards: guards.optional(),
  long: sideSchema.optional(),
  short: sideSchema.optional(),
});

export const ruleFileSchema = z.strictObject({
  atr: atr.optional(),
  defaults: layerSchema.optional(),
  symbols: z.record(z.string(), layerSchema).optional(),
});

export type SideLayer = z.output<typeof sideSchema>;
export type Layer = z.output<typeof layerSchema>;
export type RuleFile = z.output<typeof ruleFileSchema>;
