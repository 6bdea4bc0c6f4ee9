import { createWatch } from '../../../src/exchange/create-watch';
import type { MarketWatch, WatchedSnapshot } from '../../../src/exchange/watch-port';
import { CandleFeed } from '../../../src/monitor/feeds/candle-feed';
import type { Feed, FeedState, PriceTick } from '../../../src/monitor/feeds/feed';
import { PositionFeed } from '../../../src/monitor/feeds/position-feed';
import { PriceFeed } from '../../../src/monitor/feeds/price-feed';
import { UserStreamFeed } from '../../../src/monitor/feeds/user-stream-feed';
import { startPaperExchange } from '../../../src/paper';
import type { PaperExchange } from '../../../src/paper';
import { Bench } from '../../paper/support/exchange';
import { capturedLogger } from './support/captured-logger';
import { until } from './support/until';

// The real feeds, the real ccxt and real sockets against the real paper exchange.

const BTC = 'BTC/USDT:USDT';
const KEYS = { venue: 'paper', apiKey: 'paper-key', secret: 'paper-secret' } as const;
const { logger } = capturedLogger();

jest.setTimeout(20_000);

let bench: Bench;
let now: () => number;
let watch: MarketWatch;
const running: Feed[] = [];

const run = <F extends Feed>(feed: F): F => {
  running.push(feed);
  feed.start();
  return feed;
};

beforeEach(async () => {
  // The venue's minute begins with the test, so that its count of weight does not start anew in the middle.
  const aheadMs = 60_000 - (Date.now() % 60_000);
  now = () => Date.now() + aheadMs;
  bench = await Bench.start({ symbols: 5, seed: 7, now });
  watch = createWatch({ ...KEYS, paperUrl: bench.url });
  await watch.connect();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((feed) => feed.stop()));
  await bench.stop();
});

const put = (quantity: string) => bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side: 'LONG', quantity }]);
const sellAll = () => bench.order({ side: 'SELL', quantity: '1', reduceOnly: 'true', timestamp: String(now()) });
const price = (markPrice: string) => bench.set('/paper/prices', { BTCUSDT: markPrice });
const cause = (kind: string) => bench.set('/paper/events', { kind });
const isIn = (feed: Feed, state: FeedState, withinMs: number) =>
  until(() => feed.status().state === state, `${feed.status().name} ${state}`, withinMs);

const requests = async (path: string, method?: string): Promise<number> => {
  const rows = (await bench.audit('?kind=request')) as unknown as { path: string; method: string }[];
  return rows.filter((row) => row.path === path && (method === undefined || row.method === method)).length;
};

/** A feed of positions, and what it brought. */
const positions = (everyMs = 1_500) => {
  const seen: WatchedSnapshot[] = [];
  const feed = run(new PositionFeed({ watch, logger, everyMs, onSnapshot: (snapshot) => seen.push(snapshot) }));
  const quantity = (): string | undefined => seen.at(-1)?.positions[0]?.quantity;
  return { feed, seen, quantity };
};

/** A feed of prices, and what it brought of BTC. */
const prices = () => {
  const seen: PriceTick[] = [];
  const onPrices = (ticks: readonly PriceTick[]) => seen.push(...ticks.filter(({ symbol }) => symbol === BTC));
  const feed = run(new PriceFeed({ watch, logger, onPrices }));
  const last = (): Partial<PriceTick> => seen.at(-1) ?? {};
  return { feed, seen, last };
};

/** A feed of hints, and those it gave. */
const hints = (keyTimes = { keepEveryMs: 60_000, keepAgainMs: 60_000 }) => {
  const seen: (string | null)[] = [];
  const feed = run(new UserStreamFeed({ watch, logger, keyTimes, onHint: (symbol) => seen.push(symbol) }));
  const expectHint = async (symbol: string | null, withinMs: number, act: () => Promise<unknown>) => {
    const from = seen.length;
    await act();
    await until(() => seen.slice(from).includes(symbol), `a hint at ${symbol}`, withinMs);
  };
  return { feed, seen, expectHint };
};

describe('positions', () => {
  test('a change is seen within two seconds without any stream', async () => {
    const { quantity, seen } = positions();
    await until(() => seen.length > 0, 'the first snapshot', 2_000);
    expect(seen[0]?.positions).toEqual([]);
    await put('1');
    await until(() => quantity() === '1', 'the position', 2_000);
    await sellAll();
    await until(() => seen.at(-1)?.positions.length === 0, 'flat', 2_000);
  });

  test('a change is seen at once where the user stream hints at it', async () => {
    const { feed, seen, quantity } = positions(60_000);
    const stream = run(new UserStreamFeed({ watch, logger, onHint: () => feed.hint() }));
    await isIn(stream, 'live', 3_000);
    await until(() => seen.length >= 2, 'the read after connecting', 2_000);
    await put('1');
    await until(() => quantity() === '1', 'the position', 1_000);
  });

  test('a venue that is down for five seconds is said to be down, with the age of what is known; it recovers by itself', async () => {
    await put('1');
    const { feed, seen, quantity } = positions();
    await isIn(feed, 'live', 2_000);
    await bench.set('/paper/events', { kind: 'maintenance', saying: 'unavailable', ms: 5_000 });
    await isIn(feed, 'down', 2_000);
    await until(() => /the last are [2-9]\.\d s old/.test(feed.status().detail ?? ''), 'its age', 5_000);
    expect(feed.status().detail).toMatch(/HTTP 503/);
    expect(quantity()).toBe('1');
    const before = seen.length;
    await isIn(feed, 'live', 7_000);
    expect(seen.length).toBeGreaterThan(before);
    expect(feed.status().reconnects).toBe(1);
  });

  test('a venue that asks for fewer requests gets none until the time it named', async () => {
    const { feed } = positions(300);
    await isIn(feed, 'live', 2_000);
    const fault = { when: 'before', kind: 'status', status: 429, code: -1003, msg: 'Too many requests.', times: 1 };
    await bench.set('/paper/faults', { route: 'GET /fapi/v3/positionRisk', ...fault });
    await isIn(feed, 'down', 2_000);
    expect(feed.status().detail).toMatch(/429/);
    const before = await requests('/fapi/v3/positionRisk');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await requests('/fapi/v3/positionRisk')).toBe(before);
    await isIn(feed, 'live', 3_000);
  });

  test('where others use up the weight, the feed takes less and says so', async () => {
    const { feed } = positions();
    await isIn(feed, 'live', 2_000);
    // 31 requests of weight 40 from the same address: more than the feeds' half.
    await Promise.all(Array.from({ length: 31 }, () => bench.get('/fapi/v1/ticker/24hr')));
    await isIn(feed, 'fallback', 3_000);
    expect(feed.status().detail).toMatch(/^read every [\d.]+ s, not 1\.5 s: 1\d{3} of the venue’s 2400 weight/);
  });
});

describe('prices', () => {
  /** Prices are read at the start, and once more when the stream is there. */
  const untilResynced = async (): Promise<number> => {
    await until(async () => (await requests('/fapi/v1/premiumIndex')) === 2, 'both reads of the start', 2_000);
    return 2;
  };

  test('come by the stream, and each price once', async () => {
    const { feed, seen, last } = prices();
    await isIn(feed, 'live', 3_000);
    await price('58000');
    await until(() => last().markPrice === '58000' && last().source === 'stream', 'the price', 2_500);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    const times = seen.map(({ venueAtMs }) => venueAtMs);
    expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
  });

  test('a silent stream is replaced by REST within four seconds, until it speaks again', async () => {
    const { feed, last } = prices();
    await isIn(feed, 'live', 3_000);
    await untilResynced();
    await bench.set('/paper/stream-faults', { kind: 'drop', event: 'markPriceUpdate', times: 100_000 });
    await price('57000');
    await until(() => last().markPrice === '57000' && last().source === 'rest', 'the price by REST', 4_500);
    expect(feed.status()).toMatchObject({ state: 'fallback', reconnects: 0 });
    expect(feed.status().detail).toMatch(/nothing fresh \(connected, but silent\); REST is read every 3\.0 s/);
    await price('56000');
    await until(() => last().markPrice === '56000', 'the next price by REST', 4_000);
    await bench.admin('DELETE', '/paper/stream-faults');
    await isIn(feed, 'live', 3_000);
    await price('55000');
    await until(() => last().markPrice === '55000' && last().source === 'stream', 'the stream', 2_500);
  });

  test('a symbol that the stream does not bring is read by REST, and named, however lively the stream', async () => {
    const { feed } = prices();
    feed.watchSymbols([BTC]);
    await isIn(feed, 'live', 3_000);
    const before = await untilResynced();
    feed.watchSymbols([BTC, 'GOLD/USDT:USDT']);
    await isIn(feed, 'fallback', 4_000);
    expect(feed.status().detail).toMatch(/nothing fresh \(of GOLD\/USDT:USDT\); REST is read/);
    await until(async () => (await requests('/fapi/v1/premiumIndex')) > before, 'the read', 1_000);
    feed.watchSymbols([BTC]);
    expect(feed.status().state).toBe('live');
  });

  test('a disconnected stream is dialled again, and one read closes the gap', async () => {
    const { feed } = prices();
    await isIn(feed, 'live', 3_000);
    const before = await untilResynced();
    await cause('disconnectStreams');
    await until(() => feed.status().reconnects === 1, 'the reconnection', 2_000);
    await until(async () => (await requests('/fapi/v1/premiumIndex')) === before + 1, 'the read', 1_500);
    expect(feed.status().state).toBe('live');
  });

  test('prices that come late are no sign of life', async () => {
    const { feed } = prices();
    await isIn(feed, 'live', 3_000);
    await bench.set('/paper/stream-faults', { kind: 'delay', ms: 6_000, event: 'markPriceUpdate', times: 100_000 });
    await isIn(feed, 'fallback', 4_500);
    const until6 = Date.now() + 3_500;
    await until(() => Date.now() > until6, 'the late prices', 4_000);
    expect(feed.status().state).toBe('fallback');
  });
});

describe('hints', () => {
  test('say what moved: a position, an order, a conditional order', async () => {
    const { feed, seen, expectHint } = hints();
    await isIn(feed, 'live', 3_000);
    expect(seen).toEqual([null]);
    await expectHint(BTC, 1_000, () => put('1'));
    const stop = { algoType: 'CONDITIONAL', symbol: 'BTCUSDT', side: 'SELL', type: 'STOP_MARKET' };
    await expectHint(BTC, 1_000, () =>
      bench.signed('POST', '/fapi/v1/algoOrder', {
        ...stop,
        triggerPrice: '10000',
        closePosition: 'true',
        timestamp: String(now()),
      }),
    );
    await expectHint(BTC, 1_000, () => sellAll());
  });

  test('go on after the listen key has expired, by a new key', async () => {
    const { feed, expectHint } = hints();
    await isIn(feed, 'live', 3_000);
    await expectHint(null, 2_000, () => cause('listenKeyExpired'));
    expect(feed.status()).toMatchObject({ state: 'live', reconnects: 1 });
    expect(await requests('/fapi/v1/listenKey', 'POST')).toBe(2);
    await expectHint(BTC, 1_000, () => put('1'));
  });

  test('go on where the venue said nothing of the key’s end, from the next time it is to be kept', async () => {
    const { feed, expectHint } = hints({ keepEveryMs: 300, keepAgainMs: 300 });
    await isIn(feed, 'live', 3_000);
    await until(async () => (await requests('/fapi/v1/listenKey', 'PUT')) >= 2, 'the key to be kept', 2_000);
    expect(feed.status().reconnects).toBe(0);
    await expectHint(null, 2_000, async () => {
      await bench.set('/paper/stream-faults', { kind: 'drop', event: 'listenKeyExpired' });
      await cause('listenKeyExpired');
    });
    await expectHint(BTC, 1_000, () => put('1'));
  });

  test('go on after a disconnection, with one for the gap', async () => {
    const { feed, expectHint } = hints();
    await isIn(feed, 'live', 3_000);
    await expectHint(null, 2_000, () => cause('disconnectStreams'));
    await expectHint(BTC, 1_000, () => put('1'));
  });

  test('a listener that throws is still given the next one', async () => {
    let given = 0;
    const onHint = (): void => {
      given += 1;
      throw new Error('boom');
    };
    const feed = run(new UserStreamFeed({ watch, logger, onHint }));
    await isIn(feed, 'live', 3_000);
    await put('1');
    await put('2');
    await until(() => given >= 3, 'three hints', 1_000);
    expect(feed.status().state).toBe('live');
  });
});

describe('candles', () => {
  test('every watched symbol gets its average, one after the other; a symbol nobody watches has none', async () => {
    await price('60000');
    await price('61000');
    const feed = run(new CandleFeed({ watch, logger, interval: '1m', period: 14 }));
    feed.watchSymbols([BTC, 'ETH/USDT:USDT', 'NOPE/USDT:USDT']);
    expect(feed.atrOf(BTC)).toBeNull();
    expect(feed.status()).toMatchObject({ state: 'starting', detail: '3 of 3 symbols are still to be read' });
    await until(() => feed.atrOf(BTC) !== null && feed.atrOf('ETH/USDT:USDT') !== null, 'the averages', 3_000);
    await until(() => /NOPE.*-1121/.test(feed.status().detail ?? ''), 'a word on the unknown symbol', 3_000);
    feed.watchSymbols(['ETH/USDT:USDT']);
    expect(feed.atrOf(BTC)).toBeNull();
    await isIn(feed, 'down', 100);
    expect(await requests('/fapi/v1/klines')).toBe(3);
  });

  test('after the end of a candle its range is in the average', async () => {
    let aheadMs = 0;
    const paper: PaperExchange = await startPaperExchange({ port: 0, symbols: 1, now: () => Date.now() + aheadMs });
    const own = createWatch({ ...KEYS, paperUrl: paper.url });
    const move = (markPrice: string) =>
      fetch(`${paper.url}/paper/prices`, { method: 'POST', body: JSON.stringify({ BTCUSDT: markPrice }) });
    const feed = run(new CandleFeed({ watch: own, logger, interval: '1h', period: 2 }));
    feed.watchSymbols([BTC]);
    await until(() => feed.atrOf(BTC) === 0, 'the average of a market that stood still', 3_000);
    await move('59000');
    await move('61000');
    aheadMs = 3_600_000;
    // A client learns of a leap of the venue's clock at its next measurement.
    const leaped = createWatch({ ...KEYS, paperUrl: paper.url });
    const later = run(new CandleFeed({ watch: leaped, logger, interval: '1h', period: 2 }));
    later.watchSymbols([BTC]);
    await until(() => (later.atrOf(BTC) ?? 0) > 0, 'the average with the hour in it', 3_000);
    expect(later.atrOf(BTC)).toBeCloseTo(2_000 / 2, -2);
    await Promise.all(running.splice(0).map((each) => each.stop()));
    await paper.stop();
  });
});

test('a venue that is away at the start keeps no feed from starting, and all of them find it when it is back', async () => {
  const port = Number(new URL(bench.url).port);
  await bench.stop();
  const { feed: positionFeed } = positions();
  const { feed: priceFeed } = prices();
  const { feed: hintFeed } = hints();
  await Promise.all([positionFeed, priceFeed, hintFeed].map((feed) => isIn(feed, 'down', 3_000)));
  bench = await Bench.start({ port, symbols: 5, now });
  await Promise.all([positionFeed, priceFeed, hintFeed].map((feed) => isIn(feed, 'live', 8_000)));
}, 15_000);
