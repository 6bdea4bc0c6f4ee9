import { z } from 'zod';
import type { MarketSymbol } from '../../../domain/market-symbol';
import type { CandleInterval } from '../../candle-interval';
import type { Candle } from '../../watch-port';
import { idOf } from '../lane/market-book';
import { quantityText, timeMs } from '../reads/fields';
import { parseAnswer } from '../reads/parse';
import type { WatchLane } from './watch-lane';

const price = quantityText.transform(Number).refine((value) => value > 0, 'no price');

/** Open time, open, high, low, close, volume, last millisecond; the rest is not asked after. */
const kline = z
  .tuple([timeMs, price, price, price, price, z.unknown(), timeMs], z.unknown())
  .refine(([, , high, low]) => high >= low, 'the high is below the low')
  .transform(([openMs, , high, low, close, , lastMs]) => ({ openMs, endMs: lastMs + 1, high, low, close }));

export const listCandles = (
  lane: WatchLane,
  symbol: MarketSymbol,
  interval: CandleInterval,
  count: number,
): Promise<Candle[]> =>
  lane.read(`the candles of ${symbol}`, async () => {
    const reply: unknown = await lane.usdm.fapiPublicGetKlines({ symbol: idOf(symbol), interval, limit: count });
    return readCandles(reply);
  });

export const readCandles = (reply: unknown): Candle[] =>
  parseAnswer(z.array(kline), reply, 'the venue’s list of candles').sort((one, other) => one.openMs - other.openMs);
