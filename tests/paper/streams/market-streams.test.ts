import { Bench } from '../support/exchange';
import { plain } from '../support/plain';
import { Listener } from '../support/stream';

const START = Date.UTC(2026, 0, 1);

describe('market streams', () => {
  let bench: Bench;
  let clock: number;
  const listeners: Listener[] = [];

  const listen = async (path: string): Promise<Listener> => {
    const listener = await Listener.open(bench.url, path);
    listeners.push(listener);
    return listener;
  };
  const order = (params: Record<string, string>) => bench.order({ timestamp: String(clock), ...params });

  beforeEach(async () => {
    clock = START;
    bench = await Bench.start({ now: () => clock });
  });
  afterEach(async () => {
    for (const listener of listeners.splice(0)) listener.end();
    await bench.stop();
  });

  test('the mark comes once a second of the exchange clock, however often somebody looks', async () => {
    const listener = await listen('/market/ws/btcusdt@markPrice@1s');
    await listener.until(() => listener.heard.length === 1);
    expect(listener.heard[0]).toMatchObject({ e: 'markPriceUpdate', E: START, s: 'BTCUSDT', p: '60000.00000000' });
    await bench.set('/paper/prices', { BTCUSDT: '61000' });
    await bench.state();
    clock += 1000;
    await bench.state();
    await listener.until(() => listener.heard.length === 2);
    expect(listener.heard[1]).toMatchObject({ E: START + 1000, p: '61000.00000000' });
  });

  test('all marks come in one message', async () => {
    const listener = await listen('/ws/!markPrice@arr@1s');
    await listener.until(() => listener.heard.length === 1);
    const marks = listener.heard[0] as unknown as { e: string; s: string }[];
    expect(marks.length).toBeGreaterThanOrEqual(50);
    expect(marks[0]).toMatchObject({ e: 'markPriceUpdate' });
  });

  test('the quote is told as soon as it moves', async () => {
    const listener = await listen('/public/ws/btcusdt@bookTicker');
    await listener.until(() => listener.heard.length === 1);
    await bench.set('/paper/prices', { BTCUSDT: '61000' });
    await listener.until(() => listener.heard.length === 2);
    expect(plain(listener.heard)).toMatchObject([
      { e: 'bookTicker', s: 'BTCUSDT', b: '59999.9', a: '60000.1' },
      { e: 'bookTicker', s: 'BTCUSDT', b: '60999.9', a: '61000.1' },
    ]);
  });

  test("trades are the account's own, with the maker's side", async () => {
    const listener = await listen('/ws/btcusdt@aggTrade');
    await order({ side: 'SELL', quantity: '0.5' });
    await listener.until(() => listener.heard.length === 1);
    expect(listener.heard[0]).toMatchObject({ e: 'aggTrade', s: 'BTCUSDT', p: '59999.9', q: '0.5', m: true });
  });

  test('a candle follows the mark, takes in the trades, and goes out closed when its minute is over', async () => {
    const listener = await listen('/ws/btcusdt@kline_1m');
    await listener.until(() => listener.heard.length === 1);
    await bench.set('/paper/prices', { BTCUSDT: '62000' });
    await bench.state();
    await order({ side: 'BUY', quantity: '1' });
    await bench.set('/paper/prices', { BTCUSDT: '59000' });
    await bench.state();
    clock += 60_000;
    await bench.state();
    await listener.until(() => listener.heard.length === 3);
    const [, closed, next] = listener.heard.map(({ k }) => k);
    expect(closed).toMatchObject({
      t: START,
      T: START + 59_999,
      i: '1m',
      o: '60000',
      h: '62000',
      l: '59000',
      c: '59000',
    });
    expect(closed).toMatchObject({ x: true, v: '1', V: '1', n: 1, q: '62000.1' });
    expect(next).toMatchObject({ t: START + 60_000, o: '59000', x: false, v: '0', n: 0 });
  });

  test('book differences, put together, are the book that REST shows', async () => {
    const listener = await listen('/public/ws/btcusdt@depth@100ms');
    await listener.until(() => listener.heard.length === 1);
    await bench.set('/paper/prices', { BTCUSDT: '60000.5' });
    clock += 100;
    await bench.state();
    await listener.until(() => listener.heard.length === 2);
    const book = new Map<string, string>();
    for (const { b } of listener.heard)
      for (const [price, quantity] of b as [string, string][]) book.set(price, quantity);
    const bids = [...book]
      .filter(([, quantity]) => quantity !== '0')
      .sort(([one], [other]) => Number(other) - Number(one));
    const rest = (await bench.get('/fapi/v1/depth?symbol=BTCUSDT&limit=100')).body as unknown as { bids: string[][] };
    expect(bids).toEqual(rest.bids);
    expect(listener.heard[1]!['pu']).toBe(listener.heard[0]!['u']);
  });

  test('a part of the book comes whole', async () => {
    const listener = await listen('/public/ws/btcusdt@depth5@100ms');
    await listener.until(() => listener.heard.length === 1);
    expect(listener.heard[0]).toMatchObject({ e: 'depthUpdate', s: 'BTCUSDT', b: { length: 5 }, a: { length: 5 } });
  });

  test('subscribes, lists, unsubscribes, and is told what is wrong with a message', async () => {
    const listener = await listen('/market/ws/1');
    expect(await listener.ask({ id: 1, method: 'SUBSCRIBE', params: ['btcusdt@markPrice@1s'] })).toEqual({
      id: 1,
      result: null,
    });
    await listener.first(({ e }) => e === 'markPriceUpdate');
    expect((await listener.ask({ id: 2, method: 'LIST_SUBSCRIPTIONS' }))['result']).toEqual([
      '1',
      'btcusdt@markPrice@1s',
    ]);
    expect(await listener.ask({ id: 3, method: 'UNSUBSCRIBE', params: ['btcusdt@markPrice@1s'] })).toMatchObject({
      result: null,
    });
    expect((await listener.ask({ id: 4, method: 'LIST_SUBSCRIPTIONS' }))['result']).toEqual(['1']);
    listener.send('{');
    expect((await listener.first(({ code }) => code === 3))['msg']).toMatch(/^Invalid JSON/);
  });

  test('combined streams carry their names, and a property turns that on and off', async () => {
    const listener = await listen('/stream?streams=btcusdt@markPrice@1s/ethusdt@markPrice@1s');
    await listener.until(() => listener.heard.length === 2);
    expect(listener.heard).toMatchObject([
      { stream: 'btcusdt@markPrice@1s', data: { s: 'BTCUSDT' } },
      { stream: 'ethusdt@markPrice@1s', data: { s: 'ETHUSDT' } },
    ]);
    expect((await listener.ask({ id: 1, method: 'GET_PROPERTY', params: ['combined'] }))['result']).toBe(true);
    await listener.ask({ id: 2, method: 'SET_PROPERTY', params: ['combined', false] });
    clock += 1000;
    await bench.state();
    expect(await listener.first(({ e }) => e === 'markPriceUpdate')).toMatchObject({ s: 'BTCUSDT' });
  });

  test('a name that means nothing is accepted and says nothing, as at the venue', async () => {
    const listener = await listen('/ws/nosuch@markPrice');
    expect((await listener.ask({ id: 1, method: 'LIST_SUBSCRIPTIONS' }))['result']).toEqual(['nosuch@markPrice']);
  });

  test('nothing is served at other addresses', async () => {
    await expect(listen('/wss')).rejects.toThrow(/404/);
    await expect(listen('/paper/ws')).rejects.toThrow(/404/);
  });
});
