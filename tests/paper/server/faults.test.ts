import { request } from 'node:http';
import { Bench, signedQuery } from '../support/exchange';

interface Heard {
  readonly status?: number;
  readonly body: string;
  readonly ended: 'answered' | 'broken' | 'silent';
}

/** One raw order over a socket of its own: what reaches the client, byte by byte, and how it ends. */
const sendOrder = (url: string, name: string, patienceMs = 150): Promise<Heard> =>
  new Promise((resolve) => {
    const query = signedQuery({
      symbol: 'BTCUSDT',
      side: 'SELL',
      type: 'MARKET',
      quantity: '0.1',
      reduceOnly: 'true',
      newClientOrderId: name,
      newOrderRespType: 'RESULT',
    });
    const heard: { status?: number; body: string } = { body: '' };
    const finish = (ended: Heard['ended']) => {
      clearTimeout(patience);
      sending.destroy();
      resolve({ ...heard, ended });
    };
    const patience = setTimeout(() => finish('silent'), patienceMs);
    const sending = request(
      `${url}/fapi/v1/order?${query}`,
      { method: 'POST', agent: false, headers: { 'x-mbx-apikey': 'paper-key' } },
      (response) => {
        heard.status = response.statusCode!;
        response.on('data', (chunk: Buffer) => (heard.body += chunk.toString()));
        response.on('end', () => finish('answered'));
        response.on('error', () => finish('broken'));
      },
    );
    sending.on('error', () => finish('broken'));
    sending.end();
  });

describe('a fault', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.start();
  });
  beforeEach(async () => {
    await bench.set('/paper/reset', {});
    await bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side: 'LONG', quantity: '1' }]);
  });
  afterAll(() => bench.stop());

  const plan = (fault: Record<string, unknown>) =>
    bench.set('/paper/faults', { route: 'POST /fapi/v1/order', when: 'before', ...fault });
  const executed = async () => (await bench.audit('?kind=execution')).length;
  const orderLine = async () => (await bench.audit('?kind=request')).at(-1);

  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('drop %s: nothing comes back, and %i order has executed', async (when, count) => {
    const { id } = (await plan({ when, kind: 'drop' })) as { id: string };
    expect(await sendOrder(bench.url, 'x')).toEqual({ body: '', ended: 'broken' });
    expect(await executed()).toBe(count);
    expect(await orderLine()).toMatchObject({
      broken: 'drop',
      faults: [id],
      executed: count === 1,
      params: { newClientOrderId: 'x' },
    });
  });

  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('stall %s: the line stays open and silent, and %i order has executed', async (when, count) => {
    await plan({ when, kind: 'stall' });
    expect(await sendOrder(bench.url, 'x')).toEqual({ body: '', ended: 'silent' });
    expect(await executed()).toBe(count);
    expect(await orderLine()).toMatchObject({ broken: 'stall', executed: count === 1 });
  });

  test('stall with a status: headers and half an answer, then silence', async () => {
    await plan({ when: 'after', kind: 'stall', status: 200 });
    const heard = await sendOrder(bench.url, 'x');
    expect(heard).toMatchObject({ status: 200, ended: 'silent' });
    expect(heard.body).toMatch(/^\{"orderId":\d+,/);
    expect(() => JSON.parse(heard.body) as unknown).toThrow();
  });

  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('cut %s: headers and half an answer, then the end, and %i order has executed', async (when, count) => {
    await plan({ when, kind: 'cut' });
    const heard = await sendOrder(bench.url, 'x');
    expect(heard).toMatchObject({ status: 200, ended: 'broken' });
    expect(heard.body).toMatch(/^\{"orderId"/);
    expect(await executed()).toBe(count);
  });

  test('status before: the code and words that were asked for, and nothing executed', async () => {
    await plan({ kind: 'status', status: 503, code: -1008, msg: 'Request throttled by system-level protection.' });
    const heard = await sendOrder(bench.url, 'x');
    expect(heard).toMatchObject({ status: 503, ended: 'answered' });
    expect(JSON.parse(heard.body)).toEqual({ code: -1008, msg: 'Request throttled by system-level protection.' });
    expect(await orderLine()).toMatchObject({ status: 503, code: -1008, broken: 'status', executed: false });
  });

  test('status after: an error page, though the order has executed', async () => {
    await plan({ when: 'after', kind: 'status', status: 502 });
    const heard = await sendOrder(bench.url, 'x');
    expect(heard.status).toBe(502);
    expect(heard.body).toMatch(/^<html>/);
    expect(await orderLine()).toMatchObject({ status: 502, executed: true, decided: { status: 200 } });
  });

  test('body: 200 with something that is no order', async () => {
    await plan({ when: 'after', kind: 'body' });
    expect(await sendOrder(bench.url, 'x')).toMatchObject({ status: 200, body: '{}' });
    await plan({ kind: 'body', msg: '<!doctype html>' });
    expect(await sendOrder(bench.url, 'y')).toMatchObject({ status: 200, body: '<!doctype html>' });
    expect(await executed()).toBe(1);
  });

  test('delay before: the order executes after the client has given up', async () => {
    await plan({ kind: 'delay', ms: 80 });
    expect(await sendOrder(bench.url, 'x', 30)).toMatchObject({ ended: 'silent' });
    expect(await executed()).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(await executed()).toBe(1);
  });

  test('delay before, longer than the recvWindow: the venue refuses the late request', async () => {
    await plan({ kind: 'delay', ms: 60 });
    const answer = await bench.order({ side: 'SELL', quantity: '0.1', reduceOnly: 'true', recvWindow: '20' });
    expect(answer.body.code).toBe(-1021);
    expect(await executed()).toBe(0);
  });

  test('late: let in at once, and refused by the matching engine once the recvWindow has passed', async () => {
    await plan({ kind: 'late', ms: 60 });
    const answer = await bench.order({ side: 'SELL', quantity: '0.1', reduceOnly: 'true', recvWindow: '20' });
    expect(answer.body).toEqual({ code: -5028, msg: 'Timestamp for this request is outside of the ME recvWindow.' });
    expect(await executed()).toBe(0);
    await plan({ kind: 'late', ms: 60 });
    await bench.order({ side: 'SELL', quantity: '0.1', reduceOnly: 'true' });
    expect(await executed()).toBe(1);
  });

  test('a delayed order does not reach the world that a reset makes in the meantime', async () => {
    await plan({ kind: 'delay', ms: 60 });
    const sending = sendOrder(bench.url, 'x', 1000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await bench.set('/paper/reset', {});
    await bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side: 'LONG', quantity: '1' }]);
    expect(await sending).toMatchObject({ ended: 'broken' });
    expect(await executed()).toBe(0);
  });

  test('delay after: executed at once, answered late', async () => {
    await plan({ when: 'after', kind: 'delay', ms: 60 });
    const answering = sendOrder(bench.url, 'x', 1000);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await executed()).toBe(1);
    expect(await answering).toMatchObject({ status: 200, ended: 'answered' });
  });

  test('breaks as many requests as it says, and only those that match', async () => {
    await plan({ kind: 'status', status: 503, times: 2, match: { symbol: 'BTCUSDT', newClientOrderId: 'x' } });
    const statuses = [];
    for (const name of ['y', 'x', 'x', 'x']) statuses.push((await sendOrder(bench.url, name)).status);
    expect(statuses).toEqual([200, 503, 503, 200]);
  });

  test('before and after may hit the same request', async () => {
    await plan({ kind: 'delay', ms: 1 });
    await plan({ when: 'after', kind: 'drop' });
    expect(await sendOrder(bench.url, 'x')).toMatchObject({ ended: 'broken' });
    expect(await orderLine()).toMatchObject({ faults: ['fault-1', 'fault-2'], executed: true });
  });

  test('is gone when faults are cleared', async () => {
    await plan({ kind: 'drop', times: 99 });
    await bench.admin('DELETE', '/paper/faults');
    expect(await sendOrder(bench.url, 'x')).toMatchObject({ status: 200 });
  });

  test('does not keep the exchange from stopping at once', async () => {
    const other = await Bench.start();
    await other.set('/paper/faults', { route: 'GET /fapi/v1/time', when: 'before', kind: 'stall' });
    await other.set('/paper/faults', { route: 'GET /fapi/v1/ping', when: 'before', kind: 'delay', ms: 60_000 });
    const hanging = [other.get('/fapi/v1/time'), other.get('/fapi/v1/ping')].map((answer) =>
      answer.catch(() => 'cut off'),
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    const started = Date.now();
    await other.stop();
    expect(Date.now() - started).toBeLessThan(500);
    expect(await Promise.all(hanging)).toEqual(['cut off', 'cut off']);
  });
});
