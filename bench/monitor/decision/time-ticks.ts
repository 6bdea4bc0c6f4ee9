import { readMarkPrices } from '../../../src/exchange/streams/mark-price-rows';
import { readMessage } from '../../../src/exchange/streams/stream-message';
import { NewestTicks } from '../../../src/monitor/feeds/newest-ticks';
import { pause } from '../pause';
import type { Book } from './book';
import { markPriceMessage } from './mark-price-message';
import type { WatchedBook } from './watched-book';

/** One message of the venue, ms: parsed as JSON and no more; read into ticks; from the ticks to the last decision. */
export interface TimedTick {
  json: number;
  read: number;
  decision: number;
  exits: number;
}

/** So many messages in which every `fallEvery`th market has fallen, each after one in which all is calm. */
export async function timeTicks(
  { marketIds }: Book,
  watched: WatchedBook,
  fallEvery: number,
  count: number,
): Promise<TimedTick[]> {
  const newest = new NewestTicks();
  const timed: TimedTick[] = [];
  for (let n = 0; n < count; n += 1) {
    timeTick(markPriceMessage(marketIds, 0, Date.now()), newest, watched);
    await pause(2);
    timed.push(timeTick(markPriceMessage(marketIds, fallEvery, Date.now()), newest, watched));
    await pause(2);
  }
  return timed;
}

function timeTick(text: string, newest: NewestTicks, watched: WatchedBook): TimedTick {
  watched.forget();
  const startedAt = performance.now();
  JSON.parse(text);
  const parsedAt = performance.now();
  const prices = readMarkPrices(readMessage(text) as unknown[]);
  const ticks = newest.accept(prices, 'stream', Date.now());
  const tickAt = performance.now();
  watched.watching.takePrices(ticks, tickAt);
  const doneAt = performance.now();
  const { lastAt, count } = watched.decided;
  return {
    json: parsedAt - startedAt,
    read: tickAt - parsedAt,
    decision: (count > 0 ? lastAt : doneAt) - tickAt,
    exits: count,
  };
}
