import { networkInterfaces } from 'node:os';
import { isLoopback } from '../../../src/paper/server/listen';
import { Bench } from '../support/exchange';

describe('the admin interface', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.start();
  });
  beforeEach(async () => {
    await bench.set('/paper/reset', {});
  });
  afterAll(() => bench.stop());

  const put = (side: 'LONG' | 'SHORT', quantity: string) =>
    bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side, quantity, entryPrice: '60000' }]);

  test.each([
    ['/paper/reset', { sed: 1 }, /^sed is not a known field \(known: seed, mode/],
    ['/paper/reset', { mode: 'both' }, /^mode must be one of one-way, hedge$/],
    ['/paper/reset', { symbols: 0 }, /^symbols must be an integer from 1/],
    ['/paper/reset', { visibilityDelayMs: '5' }, /^visibilityDelayMs must be an integer/],
    ['/paper/positions', {}, /^body must be a JSON array$/],
    ['/paper/positions', [{ symbol: 'NOPE', side: 'LONG', quantity: '1' }], /^\[0\]\.symbol "NOPE" is not a market/],
    [
      '/paper/positions',
      [{ symbol: 'BTCUSDT', side: 'UP', quantity: '1' }],
      /^\[0\]\.side must be one of LONG, SHORT$/,
    ],
    [
      '/paper/positions',
      [{ symbol: 'BTCUSDT', side: 'LONG', quantity: 1 }],
      /^\[0\]\.quantity must be a decimal string/,
    ],
    [
      '/paper/positions',
      [{ symbol: 'BTCUSDT', side: 'LONG', quantity: '-1' }],
      /^\[0\]\.quantity must be a decimal string/,
    ],
    ['/paper/prices', { BTCUSDT: '0' }, /^BTCUSDT must be above zero$/],
    ['/paper/prices', { NOPE: '1' }, /^NOPE "NOPE" is not a market/],
    [
      '/paper/faults',
      { route: 'POST /order', when: 'before', kind: 'drop' },
      /^route "POST \/order" is not served here/,
    ],
    [
      '/paper/faults',
      { route: 'POST /fapi/v1/order', when: 'now', kind: 'drop' },
      /^when must be one of before, after$/,
    ],
    [
      '/paper/faults',
      { route: 'POST /fapi/v1/order', when: 'after', kind: 'melt' },
      /^kind must be one of drop, stall, cut/,
    ],
    ['/paper/faults', { route: 'POST /fapi/v1/order', when: 'after', kind: 'delay' }, /^ms must be given for a delay$/],
    [
      '/paper/faults',
      { route: 'POST /fapi/v1/order', when: 'after', kind: 'drop', match: { quantity: 1 } },
      /^match\.quantity must be a string$/,
    ],
    ['/paper/events', { kind: 'liquidate', symbol: 'BTCUSDT', side: 'LONG' }, /^side LONG is not open in BTCUSDT$/],
  ])('%s %j is refused with a sentence that names the field', async (path, body, sentence) => {
    const answer = await bench.admin('POST', path, body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatch(sentence);
  });

  test('a body that is no JSON, a since that is no number, and a route that is none', async () => {
    const junk = await fetch(`${bench.url}/paper/prices`, { method: 'POST', body: '{' });
    expect([junk.status, await junk.json()]).toEqual([400, { error: 'body is not JSON' }]);
    expect((await bench.admin('GET', '/paper/audit?since=x')).status).toBe(400);
    expect((await bench.admin('POST', '/paper/nothing')).status).toBe(404);
  });

  test('one bad row among positions leaves the world as it was', async () => {
    await bench.admin('POST', '/paper/positions', [
      { symbol: 'BTCUSDT', side: 'LONG', quantity: '1' },
      { symbol: 'BTCUSDT' },
    ]);
    expect((await bench.state()).positions).toEqual([]);
  });

  test.each([
    ['127.0.0.1', true],
    ['127.8.9.1', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['::ffff:10.0.0.1', false],
    ['10.127.0.1', false],
    ['192.168.1.127', false],
    ['::11', false],
    ['', false],
  ])('%s is this machine: %s', (address, loopback) => expect(isLoopback(address)).toBe(loopback));

  test('answers to this machine only, while the venue answers to all', async () => {
    const interfaces = Object.values(networkInterfaces()).flat();
    const outside = interfaces.find((each) => each?.family === 'IPv4' && !each.internal)?.address ?? '127.0.0.1';
    const open = await Bench.start({ host: '0.0.0.0' });
    const from = `http://${outside}:${open.exchange.port}`;
    expect((await fetch(`${from}/fapi/v1/ping`)).status).toBe(200);
    expect((await fetch(`${from}/paper/state`)).status).toBe(isLoopback(outside) ? 200 : 403);
    await open.stop();
  });

  test('a reset makes a fresh world as told', async () => {
    await put('LONG', '1');
    await bench.set('/paper/reset', { mode: 'hedge', symbols: 70, balance: '5', seed: 9 });
    const state = await bench.state();
    expect(state).toMatchObject({ mode: 'hedge', wallet: '5', seed: 9, positions: [], faults: [] });
    expect(Object.keys(state.prices as object)).toHaveLength(70);
    expect(await bench.audit()).toEqual([]);
  });

  test('positions are put on, replaced, and taken away with "0"', async () => {
    await put('SHORT', '1.5');
    expect((await bench.state()).positions).toMatchObject([
      { symbol: 'BTCUSDT', positionSide: 'BOTH', side: 'SHORT', quantity: '1.5' },
    ]);
    await put('LONG', '0.0004');
    expect((await bench.signed('GET', '/fapi/v3/positionRisk')).body).toMatchObject([
      { positionAmt: '0.0004', entryPrice: '60000.0' },
    ]);
    await put('LONG', '0');
    expect((await bench.signed('GET', '/fapi/v3/positionRisk')).body).toEqual([]);
  });

  test('a v3 row has the documented fields and no others; a flat symbol with an open order is a row of zeros', async () => {
    await bench.order({ type: 'LIMIT', timeInForce: 'GTC', side: 'BUY', quantity: '1', price: '59000' });
    const [row] = (await bench.signed('GET', '/fapi/v3/positionRisk')).body as unknown as Record<string, string>[];
    const documented =
      'symbol positionSide positionAmt entryPrice breakEvenPrice markPrice unRealizedProfit liquidationPrice isolatedMargin notional marginAsset isolatedWallet initialMargin maintMargin positionInitialMargin openOrderInitialMargin adl bidNotional askNotional updateTime';
    expect(Object.keys(row!).sort()).toEqual(documented.split(' ').sort());
    expect(row).toMatchObject({ symbol: 'BTCUSDT', positionAmt: '0.000', openOrderInitialMargin: '2950.00000000' });
  });

  test.each([
    ['liquidate', /^autoclose-\d+$/],
    ['adl', /^adl_autoclose$/],
  ])('%s closes a position by the hand of the venue', async (kind, clientOrderId) => {
    await put('SHORT', '2');
    await bench.order({
      type: 'LIMIT',
      timeInForce: 'GTC',
      side: 'BUY',
      quantity: '1',
      price: '59000',
      reduceOnly: 'true',
      newClientOrderId: 'tp',
    });
    await bench.set('/paper/events', { kind, symbol: 'BTCUSDT', side: 'SHORT' });
    const [execution] = await bench.audit('?kind=execution');
    expect(execution).toMatchObject({
      origin: 'venue',
      side: 'BUY',
      quantity: '2',
      positionBefore: '-2',
      positionAfter: '0',
      clientOrderId: expect.stringMatching(clientOrderId) as string,
    });
    expect(await bench.state()).toMatchObject({ positions: [], openOrders: [] });
  });

  test('liquidation also cancels what could open the position again; adl does not', async () => {
    const bid = { type: 'LIMIT', timeInForce: 'GTC', side: 'BUY', quantity: '1', price: '59000' };
    for (const [kind, left] of [
      ['adl', 1],
      ['liquidate', 0],
    ] as const) {
      await bench.set('/paper/reset', {});
      await put('LONG', '2');
      await bench.order(bid);
      await bench.set('/paper/events', { kind, symbol: 'BTCUSDT', side: 'LONG' });
      expect((await bench.signed('GET', '/fapi/v1/openOrders')).body).toHaveLength(left);
    }
  });

  test('adl may take a part', async () => {
    await put('LONG', '2');
    await bench.set('/paper/events', { kind: 'adl', symbol: 'BTCUSDT', side: 'LONG', quantity: '0.5' });
    expect((await bench.state()).positions).toMatchObject([{ quantity: '1.5' }]);
  });

  test('settings change the running world, and liquidity limits what one order takes', async () => {
    await put('LONG', '1');
    await bench.set('/paper/settings', { orderAnswer: 'with-average' });
    await bench.set('/paper/liquidity', { BTCUSDT: '0.25' });
    const answer = await bench.order({ side: 'SELL', quantity: '1', reduceOnly: 'true' });
    expect(answer.body).toMatchObject({ status: 'EXPIRED', executedQty: '0.250', avgPrice: '59999.90' });
    await bench.set('/paper/liquidity', { BTCUSDT: null });
    expect((await bench.order({ side: 'SELL', quantity: '0.75', reduceOnly: 'true' })).body.status).toBe('FILLED');
  });
});
