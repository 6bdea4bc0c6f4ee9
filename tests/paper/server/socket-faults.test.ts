import { connect } from 'node:net';
import { Bench, signedQuery } from '../support/exchange';
import { waitFor } from '../support/wait';

interface Heard {
  readonly bytes: Buffer;
  readonly end: 'fin' | 'reset' | 'silence';
}

/** How long silence must last to be believed. */
const SILENCE_MS = 120;

/** One order, byte by byte; the client hangs up after a silence. */
const sendOrder = (url: string): Promise<Heard> =>
  new Promise((resolve) => {
    const query = signedQuery({ symbol: 'BTCUSDT', side: 'SELL', type: 'MARKET', quantity: '1', reduceOnly: 'true' });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const chunks: Buffer[] = [];
    const finish = (end: Heard['end']): void => {
      clearTimeout(patience);
      socket.destroy();
      resolve({ bytes: Buffer.concat(chunks), end });
    };
    const patience = setTimeout(() => finish('silence'), SILENCE_MS);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('end', () => finish('fin'));
    socket.on('error', () => finish('reset'));
    socket.write(
      `POST /fapi/v1/order?${query} HTTP/1.1\r\nhost: x\r\nx-mbx-apikey: paper-key\r\ncontent-length: 0\r\n\r\n`,
    );
  });

describe.each([
  ['before', 0],
  ['after', 1],
] as const)('a fault below HTTP, %s execution', (when, count) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.start();
  });
  beforeEach(async () => {
    await bench.set('/paper/reset', {});
    await bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side: 'LONG', quantity: '1' }]);
  });
  afterEach(async () => {
    expect(await bench.audit('?kind=execution')).toHaveLength(count);
  });
  afterAll(() => bench.stop());

  const plan = (fault: Record<string, unknown>) =>
    bench.set('/paper/faults', { route: 'POST /fapi/v1/order', when, ...fault });

  test('reset: the connection is reset, without a byte', async () => {
    await plan({ kind: 'reset' });
    expect(await sendOrder(bench.url)).toEqual({ bytes: Buffer.alloc(0), end: 'reset' });
  });

  test('halfOpen: silence, with the connection still standing', async () => {
    await plan({ kind: 'halfOpen' });
    expect(await sendOrder(bench.url)).toEqual({ bytes: Buffer.alloc(0), end: 'silence' });
  });

  test('stall with a status: half a body, then silence', async () => {
    await plan({ kind: 'stall', status: 200 });
    const { bytes, end } = await sendOrder(bench.url);
    expect(end).toBe('silence');
    expect(bytes.toString()).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\r\n\r\n\{"orderId"/);
  });

  test.each([0, 1, 9, 40])('cut at byte %i: that many bytes of the reply, then the end', async (atByte) => {
    await plan({ kind: 'cut', atByte });
    const { bytes, end } = await sendOrder(bench.url);
    expect(end).toBe('fin');
    expect(bytes).toHaveLength(atByte);
    expect('HTTP/1.1 200 OK\r\n').toContain(bytes.toString().slice(0, 17));
  });

  test('cut beyond the end: the whole reply', async () => {
    await plan({ kind: 'cut', atByte: 100_000 });
    const { bytes, end } = await sendOrder(bench.url);
    const [head, body] = bytes.toString().split('\r\n\r\n');
    expect(end).toBe('fin');
    expect(head).toContain(`content-length: ${Buffer.byteLength(body!)}`);
    expect(() => JSON.parse(body!) as unknown).not.toThrow();
  });

  test('junk: bytes that are no HTTP', async () => {
    await plan({ kind: 'junk' });
    const { bytes, end } = await sendOrder(bench.url);
    expect(end).toBe('fin');
    expect(bytes).toHaveLength(64);
    expect(bytes.toString('latin1')).not.toMatch(/HTTP/);
  });

  test('junk with a status: a sound head and no JSON', async () => {
    await plan({ kind: 'junk', status: 200 });
    const { bytes } = await sendOrder(bench.url);
    expect(bytes.toString('latin1')).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*content-length: 64\r\n/);
  });
});

describe('faults below HTTP', () => {
  test('halfOpen: whatever else is sent goes unread, and stopping still ends at once', async () => {
    const other = await Bench.start();
    await other.set('/paper/faults', { route: 'GET /fapi/v1/time', when: 'before', kind: 'halfOpen' });
    const socket = connect(Number(new URL(other.url).port), '127.0.0.1');
    const ended = new Promise((resolve) => socket.on('close', resolve));
    socket.on('error', () => undefined);
    socket.write('GET /fapi/v1/time HTTP/1.1\r\nhost: x\r\n\r\n');
    await waitFor(async () => (await other.audit('?kind=request')).length > 0, 'the request');
    socket.write('GET /fapi/v1/ping HTTP/1.1\r\nhost: x\r\n\r\n');
    const started = Date.now();
    expect(await other.audit('?kind=request')).toHaveLength(1);
    await other.stop();
    await ended;
    expect(Date.now() - started).toBeLessThan(500);
  });

  test.each(['POST /fapi/v1/listenKey', 'GET /fapi/v1/exchangeInfo', 'WS order.place'])(
    'may be put on %s',
    async (route) => {
      const bench = await Bench.start();
      await bench.set('/paper/faults', { route, when: 'before', kind: 'reset' });
      expect(
        (await bench.admin('POST', '/paper/faults', { route: `${route}x`, when: 'before', kind: 'reset' })).status,
      ).toBe(400);
      await bench.stop();
    },
  );
});
