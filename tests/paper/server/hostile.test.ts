import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { listen, makeServer, stopServer } from '../../../src/paper/server/listen';
import { BODY_MAX, PARAMS_MAX, SOCKETS_MAX } from '../../../src/paper/server/door';
import { Audit } from '../../../src/paper/server/audit';
import { Venue } from '../../../src/paper/server/venue';
import { Bench } from '../support/exchange';

describe('hostile clients', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.start();
  });
  afterAll(() => bench.stop());

  const isWell = async () => expect((await bench.get('/fapi/v1/ping')).status).toBe(200);

  /** The status of a POST whose body may be cut off before it is through. */
  const post = (body: string): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = httpRequest(`${bench.url}/fapi/v1/order`, { method: 'POST' }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end(body);
    });

  test('a body above the limit is turned away, one at the limit is read', async () => {
    expect(await post(`a=${'x'.repeat(BODY_MAX - 1)}`)).toBe(413);
    expect(await post(`a=${'x'.repeat(BODY_MAX - 2)}`)).toBe(401);
    await isWell();
  });

  test('a million parameters are counted, not read', async () => {
    const started = Date.now();
    const answer = await fetch(`${bench.url}/fapi/v1/order`, { method: 'POST', body: '&'.repeat(900_000) });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { code: -1101, msg: 'Too many parameters sent for this endpoint.' },
    ]);
    expect(Date.now() - started).toBeLessThan(3000);
    const many = (count: number) =>
      `/fapi/v1/ping?${Array.from({ length: count }, (_, index) => `a${index}=`).join('&')}`;
    expect((await bench.get(many(PARAMS_MAX))).status).toBe(200);
    expect((await bench.get(many(PARAMS_MAX + 1))).body.code).toBe(-1101);
    expect(
      (await bench.get(`/fapi/v1/ping?${'a'.repeat(20_000)}`.slice(0, 20_000)).catch(() => ({ status: 0 }))).status,
    ).toBe(431);
    await isWell();
  });

  test('of a large request the audit keeps little', async () => {
    await bench.set('/paper/reset', {});
    await post(`long=${'x'.repeat(500_000)}&${Array.from({ length: 900 }, (_, index) => `p${index}=1`).join('&')}`);
    const [line] = await bench.audit('?kind=request');
    expect(Object.keys(line!.params)).toHaveLength(100);
    expect(line!.params['long']).toHaveLength(4000);
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'the word %s is nothing special anywhere',
    async (word) => {
      const status = async (path: string) => (await bench.get(path)).status;
      expect(await status(`/fapi/v1/klines?symbol=BTCUSDT&interval=${word}`)).toBe(400);
      expect(await status(`/fapi/v1/klines?symbol=${word}&interval=1m`)).toBe(400);
      expect(await status(`/fapi/v1/depth?symbol=BTCUSDT&limit=${word}`)).toBe(400);
      expect(await status(`/fapi/v1/ping?${word}=1`)).toBe(200);
      expect(await status(`/${word}`)).toBe(404);
      expect((await bench.signed('GET', '/fapi/v1/forceOrders', { autoCloseType: word })).body.code).toBe(-1130);
      expect((await bench.admin('POST', '/paper/events', { kind: word })).status).toBe(400);
    },
  );

  test('a thousand idle sockets do not keep anybody else out', async () => {
    const sockets: Socket[] = [];
    for (let opened = 0; opened < 1000; opened += 1)
      sockets.push(connect(bench.exchange.port, '127.0.0.1').on('error', () => undefined));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    await isWell();
    for (const socket of sockets) socket.destroy();
    await isWell();
  });

  test('who sends ever so slowly is cut off, and the number of sockets is limited', async () => {
    const stopping = new AbortController();
    const server = makeServer(new Venue(Date.now, {}), stopping.signal, { headersMs: 100, requestMs: 200 });
    expect(server.maxConnections).toBe(SOCKETS_MAX);
    const port = await listen(server, 0, '127.0.0.1');
    const said = async (opening: string): Promise<string> => {
      const socket = connect(port, '127.0.0.1', () => socket.write(opening));
      let heard = '';
      socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
      await once(socket, 'close');
      return heard;
    };
    const [head, body] = await Promise.all([
      said('GET /fapi/v1/ping HTTP/1.1\r\nHost: a\r\nX-Slow: '),
      said('POST /fapi/v1/order HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\na='),
    ]);
    expect(head).toMatch(/^HTTP\/1.1 408 /);
    expect(body).toMatch(/^HTTP\/1.1 408 /);
    stopping.abort();
    await stopServer(server);
  });
});

describe('the audit', () => {
  test('lets the oldest lines go, and its numbers go on', () => {
    const audit = new Audit(100);
    for (let line = 1; line <= 500; line += 1) audit.request({ at: line, method: 'GET', path: '/', params: {} });
    const kept = audit.select({});
    expect(kept.length).toBeLessThanOrEqual(110);
    expect(kept.at(-1)!.sequence).toBe(500);
    expect(audit.select({ since: 498 }).map(({ sequence }) => sequence)).toEqual([499, 500]);
    expect(audit.select({ since: 3 })).toEqual(kept);
  });
});
