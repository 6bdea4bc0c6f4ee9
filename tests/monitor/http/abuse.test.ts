import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { SOCKETS_MAX } from '../../../src/monitor/http/create-http-server';
import { WATCHERS_MAX } from '../../../src/monitor/board/board-stream';
import { Service, TOKEN } from './support/service';
import { burst } from './support/sockets';
import { positionView } from './support/views';

let service: Service;
const open: Socket[] = [];
beforeEach(async () => {
  service = await new Service().listen();
  service.monitor.positionsNow = Array.from({ length: 45 }, (_, index) => positionView({ marketId: `C${index}USDT` }));
});
afterEach(async () => {
  open.splice(0).forEach((socket) => socket.destroy());
  await service.end();
});

function dial(head: string): Socket {
  const socket = connect(Number(new URL(service.url).port), '127.0.0.1', () => socket.write(head));
  open.push(socket.on('error', () => undefined));
  return socket;
}

const isWell = async () => expect((await fetch(`${service.url}/health`)).status).toBe(200);

/** What was heard on a socket, as text. */
function hearing(socket: Socket): { text: string } {
  const heard = { text: '' };
  socket.on('data', (chunk: Buffer) => (heard.text += chunk.toString()));
  return heard;
}

async function until(holds: () => boolean, withinMs = 15_000): Promise<void> {
  const endMs = Date.now() + withinMs;
  while (!holds()) {
    if (Date.now() > endMs) throw new Error(`not within ${withinMs} ms: ${holds.toString()}`);
    await delay(20);
  }
}

test('thousands of requests for the positions are all answered, from a few readings', async () => {
  const startedMs = Date.now();
  const statuses = await burst(`${service.url}/positions`, { count: 5_000, connections: 64 });
  const tookMs = Date.now() - startedMs;
  expect([...statuses]).toEqual([[200, 5_000]]);
  expect(service.monitor.reads).toBeLessThanOrEqual(tookMs / 250 + tookMs / 5_000 + 2);
});

test('thousands of wrong tokens are all refused, counted in the log, and close nothing', async () => {
  const headers = { 'x-exit-token': 'wrong', 'x-operator': 'mallory' };
  const url = `${service.url}/manual-close/BTCUSDT?force=true`;
  const statuses = await burst(url, { count: 3_000, connections: 64, method: 'POST', headers });
  expect((statuses.get(401) ?? 0) + (statuses.get(429) ?? 0)).toBe(3_000);
  expect(statuses.get(429)).toBeGreaterThan(2_900);
  expect(service.monitor.manualCloses).toEqual([]);
  const counted = () =>
    service.log
      .map((line) => JSON.parse(line) as { refusals?: number })
      .reduce((sum, { refusals }) => sum + (refusals ?? 1), 0);
  await until(() => counted() === 3_000);
  expect(service.log.length).toBeLessThan(600);
});

test.each([
  ['announced', 'Content-Length: 1000000000\r\n\r\n'],
  ['chunked', `Transfer-Encoding: chunked\r\n\r\n8000\r\n${'x'.repeat(0x8000)}\r\n`],
])('a huge body that is %s is refused without being read, and the connection ends', async (_how, rest) => {
  const head = `POST /flatten HTTP/1.1\r\nHost: localhost\r\nX-Exit-Token: ${TOKEN}\r\nContent-Type: application/json\r\n`;
  const socket = dial(head + rest);
  const heard = hearing(socket);
  await once(socket, 'close');
  expect(heard.text).toMatch(/^HTTP\/1.1 413 /);
  expect(heard.text).toContain('/problems/body-too-large');
  await isWell();
});

test('what is no HTTP is cut off', async () => {
  const socket = dial('\x16\x03\x01 hello\r\n\r\n');
  const heard = hearing(socket);
  await once(socket, 'close');
  expect(heard.text).toMatch(/^HTTP\/1.1 400 /);
  await isWell();
});

test('sockets and the patience with them are limited', () => {
  expect(service.app.server.maxConnections).toBe(SOCKETS_MAX);
  expect(service.app.server.headersTimeout).toBe(10_000);
  expect(service.app.server.requestTimeout).toBe(30_000);
});

test('the duplicates of a manual close in one moment are one request to the monitor, and all get the receipt', async () => {
  const headers = { 'x-exit-token': TOKEN, 'idempotency-key': 'one' };
  const url = `${service.url}/manual-close/C1USDT?force=true&reason=TEST`;
  const statuses = await burst(url, { count: 500, connections: 50, method: 'POST', headers });
  expect([...statuses]).toEqual([[202, 500]]);
  expect(service.monitor.manualCloses).toHaveLength(1);
});

describe('boards', () => {
  const WATCH = 'GET /board/events HTTP/1.1\r\nHost: localhost\r\n\r\n';

  test('beyond a number are told so, and there is room again when one leaves', async () => {
    const watching = Array.from({ length: WATCHERS_MAX }, () => dial(WATCH));
    await Promise.all(watching.map((socket) => once(socket, 'data')));
    const refused = await fetch(`${service.url}/board/events`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
    watching[0]!.destroy();
    await delay(100);
    const admitted = await fetch(`${service.url}/board/events`);
    expect([admitted.status, admitted.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    await admitted.body?.cancel();
  });

  test('that does not read holds nobody up, and sees the whole state when it reads again', async () => {
    // More than the kernel keeps for a socket.
    service.monitor.positionsNow = Array.from({ length: 8_000 }, (_, index) =>
      positionView({ marketId: `C${index}USDT` }),
    );
    const slow = dial(WATCH);
    const heardSlow = hearing(slow);
    await once(slow, 'data');
    slow.pause();
    const quick = hearing(dial(WATCH));
    await until(() => quick.text.split('event: change').length > 4);
    service.monitor.positionsNow = [positionView({ marketId: 'LASTUSDT' })];
    await until(() => quick.text.includes('LASTUSDT'));
    slow.resume();
    await until(() => heardSlow.text.includes('LASTUSDT'));
    expect(heardSlow.text.match(/event: \w+/g)!.slice(0, 2)).toEqual(['event: state', 'event: state']);
  }, 40_000);

  test('do not hold up the end of the service', async () => {
    const socket = dial(WATCH);
    await once(socket, 'data');
    const ended = once(socket, 'close');
    await service.end();
    await ended;
  });
});
