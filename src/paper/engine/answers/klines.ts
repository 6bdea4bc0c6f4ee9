import { least, most } from '../decimal';
import type { Amount } from '../decimal';
import type { Candle } from '../market/candles';
import { MINUTE_MS } from '../market/candles';
import { mandatory, optionalInteger } from '../params';
import type { Params } from '../params';
import { refusal } from '../refusal';
import type { World } from '../world';
import { scaleOf } from './scale';

const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const INTERVALS = new Map(
  Object.entries({
    '1m': MINUTE_MS,
    '3m': 3 * MINUTE_MS,
    '5m': 5 * MINUTE_MS,
    '15m': 15 * MINUTE_MS,
    '30m': 30 * MINUTE_MS,
    '1h': HOUR_MS,
    '2h': 2 * HOUR_MS,
    '4h': 4 * HOUR_MS,
    '6h': 6 * HOUR_MS,
    '8h': 8 * HOUR_MS,
    '12h': 12 * HOUR_MS,
    '1d': DAY_MS,
    '3d': 3 * DAY_MS,
    '1w': 7 * DAY_MS,
  }),
);

const LIMIT_DEFAULT = 500;
const LIMIT_MAX = 1500;

const opensOf = (world: World, params: Params, lengthMs: number): number[] => {
  const limit = Math.min(optionalInteger(params, 'limit') ?? LIMIT_DEFAULT, LIMIT_MAX);
  const now = world.now();
  const end = Math.min(optionalInteger(params, 'endTime') ?? now, now);
  const last = Math.floor(end / lengthMs) * lengthMs;
  const start = optionalInteger(params, 'startTime');
  const first = start === undefined ? last - (limit - 1) * lengthMs : Math.ceil(start / lengthMs) * lengthMs;
  const count = Math.max(0, Math.min(limit, Math.floor((last - first) / lengthMs) + 1));
  return Array.from({ length: count }, (_, index) => first + index * lengthMs);
};

interface Bar {
  readonly open: Amount;
  readonly high: Amount;
  readonly low: Amount;
  readonly close: Amount;
}

/** Where nothing moved the bar is flat at the last price before it. */
const barOf = (within: readonly Candle[], before: Amount): Bar => ({
  open: within[0]?.open ?? before,
  high: most(before, ...within.map(({ high }) => high)),
  low: least(before, ...within.map(({ low }) => low)),
  close: within.at(-1)?.close ?? before,
});

/** Bars of the mark; there is no trading but ours, so volumes are zero. */
export const klines = (world: World, symbol: string, params: Params): unknown[] => {
  const lengthMs = INTERVALS.get(mandatory(params, 'interval'));
  if (lengthMs === undefined) throw refusal('-1120');
  const [candles, { price }] = [world.candles.get(symbol) ?? [], scaleOf(world, symbol)];
  return opensOf(world, params, lengthMs).map((from) => {
    const earlier = candles.findLast((candle) => candle.from < from)?.close;
    const within = candles.filter((candle) => candle.from >= from && candle.from < from + lengthMs);
    const bar = barOf(within, earlier ?? within[0]?.open ?? world.rules.get(symbol)!.startPrice);
    const prices = [bar.open, bar.high, bar.low, bar.close].map(price);
    return [from, ...prices, '0', from + lengthMs - 1, '0', 0, '0', '0', '0'];
  });
};
