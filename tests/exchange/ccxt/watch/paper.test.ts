import { createWatch } from '../../../../src/exchange/create-watch';
import type { MarketWatch } from '../../../../src/exchange/watch-port';
import { VenueError } from '../../../../src/exchange/venue-error';
import { Bench } from '../../../paper/support/exchange';

const BTC = 'BTC/USDT:USDT';
const KEYS = { venue: 'paper', apiKey: 'paper-key', secret: 'paper-secret' } as const;

let bench: Bench;
let watch: MarketWatch;

/** The venue's minute begins with the test, so that its count does not start anew in the middle. */
const aheadMs = 60_000 - (Date.now() % 60_000);

beforeAll(async () => {
  bench = await Bench.start({ symbols: 5, now: () => Date.now() + aheadMs });
  watch = createWatch({ ...KEYS, paperUrl: bench.url });
});
afterAll(() => bench.stop());

const reset = (mode: 'one-way' | 'hedge') => bench.set('/paper/reset', { mode });
const put = (...positions: object[]) => bench.set('/paper/positions', positions);
const long = { symbol: 'BTCUSDT', side: 'LONG', quantity: '1', entryPrice: '60000' };

test('before the venue has said anything, its count of weight is unknown', () => {
  expect(watch.weightUsed()).toEqual({ used1m: null, limit1m: null });
});

describe('positions', () => {
  test('come with the venue’s time of their last change, which is when they were put on', async () => {
    await watch.connect();
    await reset('one-way');
    const beforeMs = watch.venueNowMs() - 50;
    await put(long);
    const { readAtMs, positions } = await watch.listPositions();
    expect(positions).toMatchObject([
      { symbol: BTC, side: 'long', quantity: '1', entryPrice: '60000', mode: 'one-way' },
    ]);
    const updatedAtMs = positions[0]?.updatedAtMs ?? 0;
    expect(updatedAtMs).toBeGreaterThanOrEqual(beforeMs);
    expect(updatedAtMs).toBeLessThanOrEqual(readAtMs + 50);
  });

  test('of both legs in hedge mode, and none when flat', async () => {
    await reset('hedge');
    await put(long, { symbol: 'BTCUSDT', side: 'SHORT', quantity: '2', entryPrice: '61000' });
    const { positions } = await watch.listPositions();
    expect(positions.map(({ side, quantity, mode }) => [side, quantity, mode])).toEqual([
      ['long', '1', 'hedge'],
      ['short', '2', 'hedge'],
    ]);
    await reset('one-way');
    expect((await watch.listPositions()).positions).toEqual([]);
  });
});

describe('prices', () => {
  test('of every market, with their index and the venue’s time', async () => {
    await bench.set('/paper/prices', { BTCUSDT: '58123.4' });
    const prices = await watch.listMarkPrices();
    expect(prices).toHaveLength(5);
    const btc = prices.find(({ symbol }) => symbol === BTC);
    expect(btc).toMatchObject({ markPrice: '58123.4', indexPrice: '58123.4' });
    expect(Math.abs((btc?.venueAtMs ?? 0) - watch.venueNowMs())).toBeLessThan(2_000);
  });

  test('candles follow each other, the last one open, and hold what the price did', async () => {
    await bench.set('/paper/prices', { BTCUSDT: '50000' });
    await bench.set('/paper/prices', { BTCUSDT: '70000' });
    const candles = await watch.listCandles(BTC, '1h', 20);
    expect(candles).toHaveLength(20);
    for (const [index, { openMs }] of candles.slice(1).entries()) expect(openMs).toBe(candles[index]?.endMs);
    expect(candles.at(-1)).toMatchObject({ low: 50_000, high: 70_000, close: 70_000 });
    expect(candles.at(-1)?.endMs).toBeGreaterThan(watch.venueNowMs());
    expect(candles.at(-2)?.endMs).toBeLessThanOrEqual(watch.venueNowMs());
  });

  test('a market that the venue does not have is refused in its words', async () => {
    await expect(watch.listCandles('NOPE/USDT:USDT', '1h', 20)).rejects.toThrow(/candles of NOPE.*-1121/);
  });
});

test('weight is counted by the venue: whoever else reads from this address shows, too', async () => {
  await watch.listPositions();
  const { used1m: before, limit1m } = watch.weightUsed();
  expect(limit1m).toBe(2_400);
  await bench.get('/fapi/v1/premiumIndex');
  await watch.listPositions();
  expect(watch.weightUsed().used1m).toBe((before ?? 0) + 15);
});

describe('the listen key', () => {
  test('is one for all who ask while it lives', async () => {
    expect(await watch.openListenKey()).toBe(await watch.openListenKey());
  });

  test('is kept, until it is gone; and then there is another', async () => {
    const listenKey = await watch.openListenKey();
    expect(await watch.keepListenKey(listenKey)).toBe('kept');
    await watch.closeListenKey();
    expect(await watch.keepListenKey(listenKey)).toBe('gone');
    await watch.closeListenKey();
    expect(await watch.openListenKey()).not.toBe(listenKey);
  });

  test('is gone when another has taken its place, although the venue keeps that one', async () => {
    const listenKey = await watch.openListenKey();
    await watch.closeListenKey();
    await watch.openListenKey();
    expect(await watch.keepListenKey(listenKey)).toBe('gone');
  });
});

test('a wrong key is the owner’s trouble, and names it', async () => {
  const stranger = createWatch({ ...KEYS, apiKey: 'nobody', paperUrl: bench.url });
  for (const read of [() => stranger.listPositions(), () => stranger.openListenKey()]) {
    const fault = await read().catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(VenueError);
    expect((fault as VenueError).trouble).toMatchObject({ type: 'CredentialsRefused', needsPerson: true });
  }
});

test('a venue that is away is named, and the next read tries anew', async () => {
  const away = await Bench.start({ symbols: 1 });
  await away.stop();
  const lost = createWatch({ ...KEYS, paperUrl: away.url });
  await expect(lost.listMarkPrices()).rejects.toThrow(/does not answer/);
  await expect(lost.listPositions()).rejects.toThrow(/ECONNREFUSED/);
});
