import { sign } from '../../../src/paper/server/signature';
import { Bench, SECRET } from '../support/exchange';
import { plain } from '../support/plain';
import { Listener } from '../support/stream';
import type { StreamMessage } from '../support/stream';

/** As the documentation signs: every parameter, sorted by name. */
const signedParams = (params: Record<string, string>, secret = SECRET): Record<string, string> => {
  const all: Record<string, string> = { apiKey: 'paper-key', timestamp: String(Date.now()), ...params };
  const payload = Object.entries(all)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return { ...all, signature: sign(secret, payload) };
};

describe('the WebSocket order API', () => {
  let bench: Bench;
  let client: Listener;
  let count = 0;

  const call = (method: string, params: Record<string, string> = {}): Promise<StreamMessage> =>
    client.ask({ id: (count += 1), method, params });
  const signed = (method: string, params: Record<string, string> = {}) => call(method, signedParams(params));
  const place = (params: Record<string, string>) =>
    signed('order.place', { symbol: 'BTCUSDT', type: 'MARKET', newOrderRespType: 'RESULT', ...params });
  const fault = (body: Record<string, unknown>) =>
    bench.set('/paper/faults', { route: 'WS order.place', when: 'after', ...body });
  const executions = async () => (await bench.audit('?kind=execution')).length;

  beforeEach(async () => {
    bench = await Bench.start();
    client = await Listener.open(bench.url, '/ws-fapi/v1');
  });
  afterEach(async () => {
    client.end();
    await bench.stop();
  });

  test('places, finds and cancels, with the counts of the limits', async () => {
    const placed = await place({
      side: 'BUY',
      type: 'LIMIT',
      timeInForce: 'GTC',
      price: '59000',
      quantity: '1',
      newClientOrderId: 'x',
    });
    expect(placed).toMatchObject({
      status: 200,
      result: { clientOrderId: 'x', status: 'NEW' },
      rateLimits: [
        { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', limit: 2400, count: expect.any(Number) as number },
        { rateLimitType: 'ORDERS', interval: 'MINUTE', limit: 1200, count: 1 },
        { rateLimitType: 'ORDERS', interval: 'SECOND', intervalNum: 10, limit: 300, count: 1 },
      ],
    });
    const named = { symbol: 'BTCUSDT', origClientOrderId: 'x' };
    expect(plain(await signed('order.status', named))).toMatchObject({
      status: 200,
      result: { status: 'NEW', origQty: '1' },
    });
    expect(await signed('order.cancel', named)).toMatchObject({ status: 200, result: { status: 'CANCELED' } });
    expect(await signed('order.cancel', named)).toMatchObject({ status: 400, error: { code: -2011 } });
  });

  test('is the same account and the same audit as over HTTP', async () => {
    await bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side: 'LONG', quantity: '1' }]);
    expect(await place({ side: 'SELL', quantity: '1', reduceOnly: 'true' })).toMatchObject({
      result: { status: 'FILLED' },
    });
    expect((await bench.state()).positions).toEqual([]);
    const line = (await bench.audit('?kind=request')).at(-1)!;
    expect(line).toMatchObject({ method: 'WS', path: 'order.place', executed: true, status: 200 });
    expect(line.params).not.toHaveProperty('signature');
    expect(line.params).not.toHaveProperty('apiKey');
    expect(await place({ side: 'SELL', quantity: '1', reduceOnly: 'true' })).toMatchObject({ error: { code: -2022 } });
  });

  test('ping and time need no key', async () => {
    expect(await call('ping')).toMatchObject({ status: 200, result: {} });
    expect(await call('time')).toMatchObject({ result: { serverTime: expect.any(Number) as number } });
  });

  test.each([
    ['no key', { apiKey: '' }, 401, -2014],
    ['another key', { apiKey: 'another' }, 401, -2015],
    ['a late timestamp', { timestamp: '1' }, 400, -1021],
  ] as const)('%s is refused as over HTTP', async (_name, params, status, code) => {
    expect(await signed('order.status', params)).toMatchObject({ status, error: { code } });
  });

  test('a wrong signature, an unknown method, and what is no call', async () => {
    expect(await call('order.place', signedParams({}, 'wrong'))).toMatchObject({ error: { code: -1022 } });
    expect(await call('order.eat')).toMatchObject({ status: 404, error: { code: -5000 } });
    client.send('{');
    expect(await client.first(({ id }) => id === null)).toMatchObject({ status: 400, error: { code: -1000 } });
  });

  test('who has logged on needs neither key nor signature, until logging out', async () => {
    const bare = () => call('account.status', { timestamp: String(Date.now()) });
    expect(await bare()).toMatchObject({ status: 401, error: { code: -2014 } });
    expect(await signed('session.logon')).toMatchObject({
      status: 200,
      result: { apiKey: 'paper-key', authorizedSince: expect.any(Number) as number },
    });
    expect(await bare()).toMatchObject({ status: 200, result: { totalWalletBalance: '1000000.00000000' } });
    expect(await call('account.status')).toMatchObject({ error: { code: -1102 } });
    expect(await call('session.status')).toMatchObject({ result: { apiKey: 'paper-key' } });
    expect(await call('session.logout')).toMatchObject({ result: { apiKey: null } });
    expect(await bare()).toMatchObject({ error: { code: -2014 } });
  });

  test('gives out the listen key, and leaves out limits that nobody wants', async () => {
    const { result } = await call('userDataStream.start', { apiKey: 'paper-key' });
    const { body } = await bench.call('POST', '/fapi/v1/listenKey', { 'x-mbx-apikey': 'paper-key' });
    expect(result).toEqual(body);
    const quiet = await Listener.open(bench.url, '/ws-fapi/v1?returnRateLimits=false');
    expect(await quiet.ask({ id: 1, method: 'ping' })).toEqual({ id: 1, status: 200, result: {} });
    quiet.end();
  });

  test.each(['drop', 'reset'])('fault %s: the line ends, and the order has executed', async (kind) => {
    await fault({ kind });
    client.send({
      id: 1,
      method: 'order.place',
      params: signedParams({ symbol: 'BTCUSDT', side: 'BUY', type: 'MARKET', quantity: '1' }),
    });
    await client.until(() => client.closed !== undefined);
    expect(client.closed).toBe(1006);
    expect(await executions()).toBe(1);
  });

  test('fault stall: no answer to this one, and the next is answered', async () => {
    await fault({ kind: 'stall' });
    client.send({
      id: 'lost',
      method: 'order.place',
      params: signedParams({ symbol: 'BTCUSDT', side: 'BUY', type: 'MARKET', quantity: '1' }),
    });
    await call('ping');
    expect(client.heard.map(({ id }) => id)).not.toContain('lost');
    expect(await executions()).toBe(1);
  });

  test('fault status before: refused, and nothing has executed', async () => {
    await fault({ when: 'before', kind: 'status', status: 503, code: -1008, msg: 'busy' });
    expect(await place({ side: 'BUY', quantity: '1' })).toMatchObject({
      status: 503,
      error: { code: -1008, msg: 'busy' },
    });
    expect(await executions()).toBe(0);
  });
});
