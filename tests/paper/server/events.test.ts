import { Bench } from '../support/exchange';

const START = 28_333_333 * 60_000;

describe('what venues do to people', () => {
  let clock = START;
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.start({ now: () => clock });
  });
  beforeEach(async () => {
    clock = START;
    await bench.set('/paper/reset', {});
  });
  afterAll(() => bench.stop());

  const signed = (method: string, path: string, params = {}) =>
    bench.signed(method, path, { timestamp: String(clock), ...params });
  const order = (more: Record<string, string> = {}) =>
    bench.order({ timestamp: String(clock), side: 'BUY', quantity: '1', ...more });
  const cause = (kind: string, more = {}) => bench.set('/paper/events', { kind, ...more });
  const find = (origClientOrderId: string) => signed('GET', '/fapi/v1/order', { symbol: 'BTCUSDT', origClientOrderId });

  test('a ban answers 418 to everything, with the moment and the seconds to wait', async () => {
    await cause('ban', { minutes: 3 });
    clock += 500;
    const banned = await bench.get('/fapi/v1/time');
    expect(banned).toMatchObject({
      status: 418,
      body: {
        code: -1003,
        msg: `Way too many requests; IP(127.0.0.1) banned until ${START + 180_000}. Please use the websocket for live updates to avoid bans.`,
      },
    });
    expect(banned.headers.get('retry-after')).toBe('180');
    clock = START + 180_000;
    expect((await bench.get('/fapi/v1/time')).status).toBe(200);
  });

  test('who hammers on after 429 is banned for two minutes, and the next time for four', async () => {
    await bench.set('/paper/reset', { symbols: 1 });
    const hammer = async (): Promise<string | null> => {
      await Promise.all(Array.from({ length: 60 }, () => bench.get('/fapi/v1/ticker/24hr')));
      for (let call = 0; call < 10; call += 1) expect((await bench.get('/fapi/v1/ping')).status).toBe(429);
      const banned = await bench.get('/fapi/v1/ping');
      expect(banned.status).toBe(418);
      return banned.headers.get('retry-after');
    };
    expect(await hammer()).toBe('120');
    clock += 120_000;
    expect(await hammer()).toBe('240');
  });

  test.each([
    ['unknown', 503, -1000, 'Unknown error, please check your request or try again later.'],
    ['unavailable', 503, -1001, 'Service Unavailable.'],
    ['internal', 503, -1001, 'Internal error; unable to process your request. Please try again.'],
    ['unexpected', 503, -1006, 'An unexpected response was received from the message bus. Execution status unknown.'],
    [
      'timeout',
      408,
      -1007,
      'Timeout waiting for response from backend server. Send status unknown; execution status unknown.',
    ],
    ['closed', 503, -1016, 'This service is no longer available.'],
  ])('maintenance, %s', async (saying, status, code, msg) => {
    await cause('maintenance', { saying, ms: 1000 });
    expect(await order()).toMatchObject({ status, body: { code, msg } });
    clock += 1000;
    expect((await order()).status).toBe(200);
    expect(await bench.audit('?kind=execution')).toHaveLength(1);
  });

  test('maintenance that executes all the same, and the audit knows', async () => {
    await cause('maintenance', { saying: 'unknown', ms: 1000, executes: true });
    expect((await order({ newClientOrderId: 'a' })).status).toBe(503);
    expect(await bench.audit('?kind=request')).toMatchObject([{ status: 503, code: -1000, executed: true }]);
    clock += 1000;
    expect((await find('a')).body.status).toBe('FILLED');
  });

  test('throttling refuses what opens with -1008 and 503, until it is over', async () => {
    await cause('throttle', { ms: 1000 });
    expect(await order()).toMatchObject({ status: 503, body: { code: -1008 } });
    clock += 1000;
    expect((await order()).status).toBe(200);
  });

  test('a ghost: no answer, nothing to find, and minutes later it is filled', async () => {
    await bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side: 'LONG', quantity: '1' }]);
    await cause('ghost', { ms: 300_000, match: { newClientOrderId: 'a' } });
    expect((await order({ newClientOrderId: 'b' })).status).toBe(200);
    await expect(order({ side: 'SELL', reduceOnly: 'true', newClientOrderId: 'a' })).rejects.toThrow();
    clock += 299_999;
    expect((await find('a')).body.code).toBe(-2013);
    clock += 50_000;
    expect((await find('a')).body).toMatchObject({ status: 'FILLED', time: START + 300_000 });
    expect(await bench.audit('?kind=ghost')).toMatchObject([{ clientOrderId: 'a', outcome: 'FILLED' }]);
    expect((await bench.audit('?kind=request'))[1]).toMatchObject({ broken: 'ghost', executed: false });
  });

  test('a ghost that comes back to a flat account is refused, and the audit says so', async () => {
    await bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side: 'LONG', quantity: '1' }]);
    await cause('ghost', { ms: 1000 });
    const close = (newClientOrderId: string) => order({ side: 'SELL', reduceOnly: 'true', newClientOrderId });
    await expect(close('a')).rejects.toThrow();
    await close('b');
    clock += 1000;
    await bench.get('/fapi/v1/ping');
    expect(await bench.audit('?kind=ghost')).toMatchObject([{ outcome: '-2022 ReduceOnly Order is rejected.' }]);
  });

  test('delisting closes the position by the settlement, expires orders, and ends trading there', async () => {
    await bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side: 'SHORT', quantity: '2' }]);
    await order({ type: 'LIMIT', timeInForce: 'GTC', price: '59000', newClientOrderId: 'a' });
    expect(await cause('delist', { symbol: 'BTCUSDT' })).toEqual({ closed: 1 });
    expect(await bench.audit('?kind=execution')).toMatchObject([
      { origin: 'venue', clientOrderId: `settlement_autoclose-${START}`, positionAfter: '0' },
    ]);
    expect((await bench.audit('?kind=order')).find(({ reason }) => reason === 'the market is delisted')).toMatchObject({
      expiry: 7,
      clientOrderId: 'a',
    });
    expect((await order()).body).toEqual({ code: -4141, msg: 'Symbol is closed' });
    const info = (await bench.get('/fapi/v1/exchangeInfo')).body as unknown as { symbols: { status: string }[] };
    expect(info.symbols.map(({ status }) => status).slice(0, 2)).toEqual(['SETTLING', 'TRADING']);
  });

  test('an account in liquidation may cancel and may not order, and then its position is taken', async () => {
    await bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side: 'LONG', quantity: '2' }]);
    await order({ type: 'LIMIT', timeInForce: 'GTC', price: '50000', newClientOrderId: 'resting' });
    await cause('liquidate', { symbol: 'BTCUSDT', side: 'LONG', ms: 5_000 });
    clock += 4_999;
    const refused = { status: 400, body: { code: -2023, msg: 'User in liquidation mode now.' } };
    expect(await order({ side: 'SELL', reduceOnly: 'true' })).toMatchObject(refused);
    const cancelled = await signed('DELETE', '/fapi/v1/order', { symbol: 'BTCUSDT', origClientOrderId: 'resting' });
    expect(cancelled.status).toBe(200);
    expect(await bench.audit('?kind=execution')).toEqual([]);
    clock += 1;
    expect((await order()).status).toBe(200);
    expect((await bench.audit('?kind=execution'))[0]).toMatchObject({
      clientOrderId: expect.stringMatching(/^autoclose-/) as string,
      positionAfter: '0',
    });
  });

  test('what the venue closed is listed by forceOrders, by kind', async () => {
    await bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side: 'LONG', quantity: '2' }]);
    await cause('adl', { symbol: 'BTCUSDT', side: 'LONG', quantity: '0.5' });
    await cause('liquidate', { symbol: 'BTCUSDT', side: 'LONG' });
    const listed = async (params: Record<string, string>) =>
      ((await signed('GET', '/fapi/v1/forceOrders', params)).body as unknown as { origQty: string }[]).map(
        ({ origQty }) => origQty,
      );
    expect(await listed({})).toEqual(['0.500', '1.500']);
    expect(await listed({ autoCloseType: 'ADL', symbol: 'BTCUSDT' })).toEqual(['0.500']);
    expect(await listed({ autoCloseType: 'LIQUIDATION' })).toEqual(['1.500']);
  });

  test.each([
    [{ kind: 'ban', minutes: -1 }, /^minutes must be an integer/],
    [{ kind: 'maintenance', ms: 5, saying: 'sorry' }, /^saying must be one of unknown, internal/],
    [{ kind: 'maintenance' }, /^ms must be an integer/],
    [{ kind: 'maintenance', ms: 5, executes: 'yes' }, /^executes must be true or false/],
    [{ kind: 'ghost', ms: 5, match: { quantity: 1 } }, /^match\.quantity must be a string/],
    [{ kind: 'throttle', ms: 5, symbol: 'BTCUSDT' }, /^symbol is not a known field/],
    [{ kind: 'liquidate', symbol: 'BTCUSDT', side: 'LONG', ms: 5 }, /^side LONG is not open in BTCUSDT/],
    [{ kind: 'delist', symbol: 'NOPE' }, /^symbol "NOPE" is not a market/],
  ])('%j is refused with a sentence', async (body, sentence) => {
    expect((await bench.admin('POST', '/paper/events', body)).body.error).toMatch(sentence);
  });

  test.each([
    ['/paper/books', { BTCUSDT: { levels: -1 } }, /^BTCUSDT\.levels must be an integer/],
    ['/paper/books', {}, /^body names no market/],
    ['/paper/books', { NOPE: null }, /^NOPE "NOPE" is not a market/],
    ['/paper/walk', { volatility: '0.6' }, /^volatility must be at most 0\.5/],
    ['/paper/walk', { everyMs: 1 }, /^everyMs must be an integer from 10/],
    ['/paper/walk', { symbols: ['NOPE'] }, /^symbols\[0\] "NOPE" is not a market/],
    ['/paper/replay', { symbol: 'BTCUSDT', csv: '1,2' }, /^csv line 1 is not/],
    ['/paper/funding', { BTCUSDT: '--1' }, /^BTCUSDT must be a decimal string/],
    ['/paper/reset', { clockSkewMs: 0.5 }, /^clockSkewMs must be an integer/],
  ])('%s %j is refused with a sentence', async (path, body, sentence) => {
    const answer = await bench.admin('POST', path, body);
    expect([answer.status, answer.body.error]).toEqual([400, expect.stringMatching(sentence)]);
  });

  test('books, walks and replays are set by the operator, and stopped', async () => {
    const price = async () => (await bench.state()).prices['BTCUSDT'];
    await bench.set('/paper/books', { '*': { levels: 3, levelNotional: '100000' } });
    const { bids } = (await bench.get('/fapi/v1/depth?symbol=ETHUSDT&limit=5')).body as unknown as { bids: unknown[] };
    expect(bids).toHaveLength(3);
    await bench.set('/paper/books', { '*': null });
    await bench.set('/paper/walk', { volatility: '0.01', seed: 5, everyMs: 100, symbols: ['BTCUSDT'] });
    clock += 1000;
    const walked = await price();
    expect(walked).not.toBe('60000');
    expect((await bench.admin('DELETE', '/paper/walk')).body).toEqual({ stopped: 1 });
    clock += 1000;
    expect(await price()).toBe(walked);
    await bench.set('/paper/replay', { symbol: 'BTCUSDT', csv: '1,50000,50010,49990,50005', everyMs: 400 });
    clock += 400;
    expect(await price()).toBe('50005');
  });

  test('an injected 429 says how long to wait', async () => {
    const fault = {
      route: 'GET /fapi/v1/ping',
      when: 'before',
      kind: 'status',
      status: 429,
      code: -1003,
      msg: 'Too many requests.',
    };
    await bench.set('/paper/faults', fault);
    expect((await bench.get('/fapi/v1/ping')).headers.get('retry-after')).toBe('1');
    await bench.set('/paper/faults', { ...fault, ms: 7500 });
    expect((await bench.get('/fapi/v1/ping')).headers.get('retry-after')).toBe('8');
    await bench.set('/paper/faults', { ...fault, status: 503 });
    expect((await bench.get('/fapi/v1/ping')).headers.get('retry-after')).toBeNull();
  });

  test('a path that is not served is -5000, and the audit says that it is missing here', async () => {
    expect((await bench.get('/fapi/v1/teapot')).body.code).toBe(-5000);
    expect(await bench.audit('?kind=request')).toMatchObject([
      { missing: 'the paper exchange does not serve GET /fapi/v1/teapot' },
    ]);
    await bench.get('/fapi/v1/ping');
    expect((await bench.audit('?kind=request'))[1]).not.toHaveProperty('missing');
  });
});

describe("the venue's clock", () => {
  test.each([
    [30_000, -1021, 'Timestamp for this request is outside of the recvWindow.'],
    [-30_000, -1021, "Timestamp for this request was 1000ms ahead of the server's time."],
  ])('off by %i ms refuses an honest client, who can ask for the time', async (clockSkewMs, code, msg) => {
    const bench = await Bench.start();
    await bench.set('/paper/reset', { clockSkewMs });
    expect((await bench.order({ side: 'BUY', quantity: '1' })).body).toEqual({ code, msg });
    const { serverTime } = (await bench.get('/fapi/v1/time')).body as unknown as { serverTime: number };
    expect(Math.abs(serverTime - Date.now() - clockSkewMs)).toBeLessThan(1000);
    expect((await bench.order({ side: 'BUY', quantity: '1', timestamp: String(serverTime) })).status).toBe(200);
    await bench.stop();
  });
});

describe('order numbers beyond 2^53', () => {
  test('are exact on the wire, and find their order again', async () => {
    const bench = await Bench.start();
    await bench.set('/paper/reset', { orderIds: 'huge', seed: 1 });
    const raw = async (path: string): Promise<string> => (await fetch(bench.url + path)).text();
    await bench.order({ side: 'BUY', quantity: '1', newClientOrderId: 'a' });
    const audit = await raw('/paper/audit?kind=execution');
    const orderId = /"orderId":(\d+)/.exec(audit)![1]!;
    expect(BigInt(orderId) > 2n ** 53n).toBe(true);
    expect(String(Number(orderId))).not.toBe(orderId);
    const found = await bench.signed('GET', '/fapi/v1/order', { symbol: 'BTCUSDT', orderId });
    expect(found.body).toMatchObject({ clientOrderId: 'a' });
    const neighbour = (BigInt(orderId) + 1n).toString();
    expect((await bench.signed('GET', '/fapi/v1/order', { symbol: 'BTCUSDT', orderId: neighbour })).body.code).toBe(
      -2013,
    );
    const trades = (await bench.signed('GET', '/fapi/v1/userTrades', { symbol: 'BTCUSDT', orderId })).body;
    expect(trades).toHaveLength(1);
    await bench.stop();
  });
});
