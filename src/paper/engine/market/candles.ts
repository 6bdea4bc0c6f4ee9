import { least, most } from '../decimal';
import type { Amount } from '../decimal';
import type { World } from '../world';

/** One minute in which the mark moved. */
export interface Candle {
  readonly from: number;
  readonly open: Amount;
  readonly high: Amount;
  readonly low: Amount;
  readonly close: Amount;
}

export const MINUTE_MS = 60_000;
/** A day and a bit, per market. */
const CANDLES_MAX = 1500;

const grow = (candle: Candle, mark: Amount): Candle => ({
  ...candle,
  high: most(candle.high, mark),
  low: least(candle.low, mark),
  close: mark,
});

/** Prices are remembered by the minute. */
export const keepCandle = (world: World, symbol: string, mark: Amount): void => {
  const from = Math.floor(world.now() / MINUTE_MS) * MINUTE_MS;
  const candles = world.candles.get(symbol) ?? [];
  const last = candles.at(-1);
  if (last?.from === from) candles[candles.length - 1] = grow(last, mark);
  else {
    const open = last?.close ?? world.rules.get(symbol)!.startPrice;
    candles.push(grow({ from, open, high: open, low: open, close: open }, mark));
  }
  if (candles.length > CANDLES_MAX) candles.shift();
  world.candles.set(symbol, candles);
};
