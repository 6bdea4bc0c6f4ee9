import { Bench } from '../support/exchange';

const MINUTE = 60_000;
const START = 28_333_333 * MINUTE;

describe('limits', () => {
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
  const order = () => bench.order({ timestamp: String(clock), side: 'BUY', quantity: '0.01' });

  test.each([
    ['GET', '/fapi/v1/exchangeInfo', {}, 1],
    ['GET', '/fapi/v3/positionRisk', {}, 5],
    ['GET', '/fapi/v1/order', { symbol: 'BTCUSDT', orderId: '1' }, 1],
    ['GET', '/fapi/v1/userTrades', { symbol: 'BTCUSDT' }, 5],
    ['GET', '/fapi/v1/openOrders', { symbol: 'BTCUSDT' }, 1],
    ['GET', '/fapi/v1/openOrders', {}, 40],
    ['GET', '/fapi/v1/positionSide/dual', {}, 30],
    ['GET', '/fapi/v3/account', {}, 5],
    ['GET', '/fapi/v1/ticker/24hr', {}, 40],
    ['GET', '/fapi/v1/depth', { symbol: 'BTCUSDT', limit: '1000' }, 20],
    ['POST', '/fapi/v1/order', { symbol: 'BTCUSDT', side: 'BUY', type: 'MARKET', quantity: '0.01' }, 0],
  ] as [string, string, Record<string, string>, number][])(
    '%s %s %o weighs %i',
    async (method, path, params, weight) => {
      const answer = await signed(method, path, params);
      expect(answer.headers.get('x-mbx-used-weight-1m')).toBe(String(weight));
    },
  );

  test('orders are counted in both windows, on order answers only', async () => {
    await order();
    clock += 11_000;
    const { headers } = await order();
    expect([headers.get('x-mbx-order-count-10s'), headers.get('x-mbx-order-count-1m')]).toEqual(['1', '2']);
    expect((await signed('GET', '/fapi/v3/positionRisk')).headers.get('x-mbx-order-count-1m')).toBeNull();
  });

  test('beyond 2,400 in a minute the answer is 429 with the seconds to wait, and then it is well again', async () => {
    clock += 20_500;
    for (let call = 0; call < 60; call += 1) expect((await bench.get('/fapi/v1/ticker/24hr')).status).toBe(200);
    const refused = await bench.get('/fapi/v1/ping');
    expect(refused).toMatchObject({ status: 429, body: { code: -1003 } });
    expect(refused.headers.get('retry-after')).toBe('40');
    expect(refused.headers.get('x-mbx-used-weight-1m')).toBe('2401');
    clock += 39_500;
    expect((await bench.get('/fapi/v1/ping')).status).toBe(200);
  });

  test('the 301st order in ten seconds is refused and does not execute; ten seconds later the next one passes', async () => {
    for (let sent = 0; sent < 300; sent += 1) await order();
    const refused = await order();
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(refused).toMatchObject({
      status: 429,
      body: { code: -1015, msg: 'Too many new orders; current limit is 300 orders per 10 SECOND.' },
    });
    expect(await bench.audit('?kind=execution')).toHaveLength(300);
    clock += 10_000;
    expect((await order()).status).toBe(200);
  });

  test('switched off they are neither enforced nor announced', async () => {
    await bench.set('/paper/reset', { limits: 'off' });
    for (let call = 0; call < 61; call += 1) await bench.get('/fapi/v1/ticker/24hr');
    const answer = await bench.get('/fapi/v1/ping');
    expect([answer.status, answer.headers.get('x-mbx-used-weight-1m')]).toEqual([200, null]);
  });
});
