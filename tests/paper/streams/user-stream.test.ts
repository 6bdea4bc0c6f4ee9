import { Bench } from '../support/exchange';
import { Listener } from '../support/stream';

const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

describe("the user's own stream", () => {
  let bench: Bench;
  let clock: number;
  let listener: Listener;

  const sign = () => ({ timestamp: String(clock) });
  const listenKey = async (method: string) => bench.call(method, '/fapi/v1/listenKey', { 'x-mbx-apikey': 'paper-key' });
  const open = async (): Promise<string> =>
    ((await listenKey('POST')).body as unknown as { listenKey: string }).listenKey;
  const order = (params: Record<string, string>) => bench.order({ ...sign(), ...params });
  const orders = () => listener.heard.filter(({ e }) => e === 'ORDER_TRADE_UPDATE').map(({ o }) => o!);

  beforeEach(async () => {
    clock = START;
    bench = await Bench.start({ now: () => clock });
    listener = await Listener.open(bench.url, `/private/ws?listenKey=${await open()}`);
  });
  afterEach(async () => {
    listener.end();
    await bench.stop();
  });

  test('a market order is told as NEW, then as a fill, with the account in between', async () => {
    await order({ side: 'BUY', quantity: '2', newClientOrderId: 'in' });
    await listener.until(() => listener.heard.length >= 4);
    expect(listener.types()).toEqual(['ORDER_TRADE_UPDATE', 'TRADE_LITE', 'ACCOUNT_UPDATE', 'ORDER_TRADE_UPDATE']);
    expect(orders()).toMatchObject([
      { c: 'in', x: 'NEW', X: 'NEW', z: '0', l: '0', q: '2', o: 'MARKET', S: 'BUY', R: false, ps: 'BOTH' },
      {
        c: 'in',
        x: 'TRADE',
        X: 'FILLED',
        z: '2',
        l: '2',
        L: '60000.1',
        ap: '60000.1',
        n: '60.0001',
        N: 'USDT',
        m: false,
      },
    ]);
    expect(listener.heard[2]).toMatchObject({
      E: START,
      a: {
        m: 'ORDER',
        B: [{ a: 'USDT', wb: '999939.99990000', bc: '0' }],
        P: [{ s: 'BTCUSDT', pa: '2', ep: '60000.1', mt: 'cross', ps: 'BOTH' }],
      },
    });
  });

  test('fills of one order add up, and what was realized adds up per position', async () => {
    await bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side: 'LONG', quantity: '3', entryPrice: '50000' }]);
    for (const name of ['one', 'two'])
      await order({ side: 'SELL', quantity: '1', reduceOnly: 'true', newClientOrderId: name });
    await listener.until(() => orders().length === 4);
    const updates = listener.heard
      .filter(({ e }) => e === 'ACCOUNT_UPDATE')
      .map(({ a }) => a as { m: string; P: object[] });
    expect(updates.map(({ m }) => m)).toEqual(['ADJUSTMENT', 'ORDER', 'ORDER']);
    expect(updates.map(({ P }) => P[0])).toMatchObject([
      { pa: '3', cr: '0.00000000' },
      { pa: '2', cr: '9999.90000000' },
      { pa: '1', cr: '19999.80000000' },
    ]);
  });

  test('resting orders, cancels and modes of ending', async () => {
    await order({
      side: 'BUY',
      type: 'LIMIT',
      timeInForce: 'GTC',
      price: '59000',
      quantity: '1',
      newClientOrderId: 'rest',
    });
    await bench.signed('DELETE', '/fapi/v1/order', { ...sign(), symbol: 'BTCUSDT', origClientOrderId: 'rest' });
    await order({
      side: 'BUY',
      type: 'LIMIT',
      timeInForce: 'IOC',
      price: '59000',
      quantity: '1',
      newClientOrderId: 'ioc',
    });
    await listener.until(() => orders().length === 4);
    expect(orders()).toMatchObject([
      { c: 'rest', x: 'NEW', X: 'NEW', p: '59000', f: 'GTC' },
      { c: 'rest', x: 'CANCELED', X: 'CANCELED' },
      { c: 'ioc', x: 'NEW', X: 'NEW' },
      { c: 'ioc', x: 'EXPIRED', X: 'EXPIRED' },
    ]);
  });

  test('a liquidation is told as NEW, then CALCULATED, under the name the venue gives it', async () => {
    await bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side: 'SHORT', quantity: '1' }]);
    await bench.set('/paper/events', { kind: 'liquidate', symbol: 'BTCUSDT', side: 'SHORT' });
    await listener.until(() => orders().length === 2);
    expect(orders()).toMatchObject([
      { x: 'NEW', X: 'NEW', o: 'LIQUIDATION', S: 'BUY' },
      { x: 'CALCULATED', X: 'FILLED', o: 'LIQUIDATION', l: '1' },
    ]);
    expect(orders()[0]!['c']).toMatch(/^autoclose-/);
  });

  test('a conditional order is told from birth to end', async () => {
    await bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side: 'LONG', quantity: '1' }]);
    await bench.signed('POST', '/fapi/v1/algoOrder', {
      ...sign(),
      algoType: 'CONDITIONAL',
      symbol: 'BTCUSDT',
      side: 'SELL',
      type: 'STOP_MARKET',
      triggerPrice: '58000',
      closePosition: 'true',
      clientAlgoId: 'stop',
    });
    await bench.set('/paper/prices', { BTCUSDT: '57000' });
    const algos = () => listener.heard.filter(({ e }) => e === 'ALGO_UPDATE').map(({ o }) => o!);
    await listener.until(() => algos().some(({ X }) => X === 'FINISHED'));
    expect(algos().map(({ X }) => X)).toEqual(expect.arrayContaining(['NEW', 'TRIGGERED', 'FINISHED']));
    expect(algos()[0]).toMatchObject({
      caid: 'stop',
      at: 'CONDITIONAL',
      o: 'STOP_MARKET',
      S: 'SELL',
      tp: '58000',
      cp: true,
    });
    expect(algos().at(-1)!['ai']).toMatch(/^\d+$/);
  });

  test('leverage is announced, and thin margin warned of once', async () => {
    await bench.signed('POST', '/fapi/v1/leverage', { ...sign(), symbol: 'BTCUSDT', leverage: '7' });
    expect(await listener.first(({ e }) => e === 'ACCOUNT_CONFIG_UPDATE')).toMatchObject({
      ac: { s: 'BTCUSDT', l: 7 },
    });
    await bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side: 'LONG', quantity: '100', entryPrice: '60000' }]);
    await bench.set('/paper/prices', { BTCUSDT: '50250' });
    const warning = await listener.first(({ e }) => e === 'MARGIN_CALL');
    expect(warning).toMatchObject({ p: [{ s: 'BTCUSDT', pa: '100', ps: 'BOTH', mp: '50250' }] });
    await bench.set('/paper/prices', { BTCUSDT: '50249' });
    await bench.state();
    await order({ side: 'SELL', quantity: '1', reduceOnly: 'true' });
    await listener.first(({ e }) => e === 'ORDER_TRADE_UPDATE');
    expect(listener.types().filter((e) => e === 'MARGIN_CALL')).toHaveLength(1);
  });

  test('funding comes with what it changed', async () => {
    await bench.set('/paper/funding', { BTCUSDT: '0.001' });
    await bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side: 'LONG', quantity: '1' }]);
    for (let step = 0; step < 8; step += 1, clock += 59 * MINUTE) await open();
    await open();
    clock += 10 * MINUTE;
    await bench.state();
    const funding = await listener.first(({ a }) => (a as { m: string } | undefined)?.m === 'FUNDING_FEE');
    expect(funding).toMatchObject({ e: 'ACCOUNT_UPDATE', a: { B: [{ a: 'USDT', bc: '-60' }], P: [] } });
  });

  test('the key asks for the API key in its header, and for nothing else', async () => {
    expect((await bench.call('POST', '/fapi/v1/listenKey', {})).body.code).toBe(-2014);
    expect((await bench.call('POST', '/fapi/v1/listenKey', { 'x-mbx-apikey': 'another' })).body.code).toBe(-2015);
  });

  test('the key stays the same while it lives, and lives an hour from the last word', async () => {
    const key = await open();
    clock += 59 * MINUTE;
    expect((await listenKey('PUT')).body).toEqual({ listenKey: key });
    clock += 59 * MINUTE;
    expect(await open()).toBe(key);
    clock += 60 * MINUTE;
    expect((await listenKey('PUT')).body).toEqual({ code: -1125, msg: 'This listenKey does not exist.' });
    expect(await open()).not.toBe(key);
  });

  test('when the hour is over the listener is told, and hears no more, though the line stays open', async () => {
    const key = await open();
    clock += 60 * MINUTE;
    expect(await listener.first(({ e }) => e === 'listenKeyExpired')).toEqual({
      e: 'listenKeyExpired',
      E: clock,
      listenKey: key,
    });
    const heard = listener.heard.length;
    const second = await Listener.open(bench.url, `/ws/${await open()}`);
    await order({ side: 'BUY', quantity: '1' });
    await second.until(() => second.heard.length === 4);
    expect(listener.heard).toHaveLength(heard);
    expect(listener.closed).toBeUndefined();
    second.end();
  });

  test('a key that was given back is dead at once', async () => {
    expect((await listenKey('DELETE')).body).toEqual({});
    expect((await listenKey('DELETE')).body.code).toBe(-1125);
  });

  test('the operator can let the key expire, and cut every stream', async () => {
    expect(await bench.set('/paper/events', { kind: 'listenKeyExpired' })).toEqual({ expired: true });
    await listener.first(({ e }) => e === 'listenKeyExpired');
    expect(await bench.set('/paper/events', { kind: 'listenKeyExpired' })).toEqual({ expired: false });
    expect(await bench.set('/paper/events', { kind: 'disconnectStreams' })).toEqual({ disconnected: 1 });
    await listener.until(() => listener.closed !== undefined);
    expect(listener.closed).toBe(1006);
  });

  test('only the types that were asked for', async () => {
    const some = await Listener.open(bench.url, `/private/ws?listenKey=${await open()}&events=ACCOUNT_UPDATE`);
    await order({ side: 'BUY', quantity: '1' });
    await listener.until(() => listener.heard.length === 4);
    await some.until(() => some.heard.length === 1);
    expect(some.types()).toEqual(['ACCOUNT_UPDATE']);
    some.end();
  });

  test('combined, by subscription, and away again', async () => {
    const key = await open();
    const combined = await Listener.open(bench.url, '/private/stream?streams=');
    await combined.ask({ id: 1, method: 'SUBSCRIBE', params: [key] });
    await order({ side: 'BUY', quantity: '1' });
    await combined.until(() => combined.heard.length === 5);
    expect(combined.heard[1]).toMatchObject({ stream: key, data: { e: 'ORDER_TRADE_UPDATE', o: { x: 'NEW' } } });
    await combined.ask({ id: 2, method: 'UNSUBSCRIBE', params: [key] });
    expect((await combined.ask({ id: 3, method: 'LIST_SUBSCRIPTIONS' }))['result']).toEqual([]);
    combined.end();
  });

  test('a reset keeps listeners and their key, and speaks of the new world', async () => {
    await bench.set('/paper/reset', { mode: 'hedge' });
    await order({ side: 'BUY', quantity: '1', positionSide: 'LONG' });
    await listener.until(() => orders().length === 2);
    expect(orders().map(({ ps, x }) => [ps, x])).toEqual([
      ['LONG', 'NEW'],
      ['LONG', 'TRADE'],
    ]);
  });
});
