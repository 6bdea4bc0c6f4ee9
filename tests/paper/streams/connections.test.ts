import { connect } from 'node:net';
import { Bench } from '../support/exchange';
import { waitFor } from '../support/wait';
import { Listener } from '../support/stream';

const HOUR = 3_600_000;
const MINUTE = 60_000;

describe('a stream connection', () => {
  let bench: Bench;
  let clock: number;
  beforeEach(async () => {
    clock = Date.UTC(2026, 0, 1);
    bench = await Bench.start({ now: () => clock });
  });
  afterEach(() => bench.stop());

  test('ends after twenty-four hours of the exchange clock', async () => {
    const listener = await Listener.open(bench.url, '/ws/btcusdt@markPrice');
    clock += 24 * HOUR - 1;
    await bench.state();
    await listener.until(() => listener.pings === 1);
    expect(listener.closed).toBeUndefined();
    clock += 1;
    await bench.state();
    await listener.until(() => listener.closed !== undefined);
    expect(listener.closed).toBe(1001);
  });

  test('is pinged every three minutes, and ends when ten go by without a pong', async () => {
    const deaf = await Listener.open(bench.url, '/ws/btcusdt@markPrice', { autoPong: false });
    const polite = await Listener.open(bench.url, '/ws/btcusdt@markPrice');
    clock += 3 * MINUTE;
    await bench.state();
    await deaf.until(() => deaf.pings === 1);
    await polite.until(() => polite.pings === 1);
    clock += 10 * MINUTE;
    await deaf.until(() => deaf.closed !== undefined);
    expect(deaf.closed).toBe(1006);
    await polite.until(() => polite.pings === 2);
    expect(polite.closed).toBeUndefined();
    polite.end();
  });

  test('may ping the exchange, and is answered', async () => {
    const listener = await Listener.open(bench.url, '/ws/btcusdt@markPrice');
    const answered = new Promise((resolve) => listener.socket.once('pong', (data) => resolve(data.toString())));
    listener.socket.ping('are you there');
    expect(await answered).toBe('are you there');
    listener.end();
  });

  test('may say ten things a second, unless limits are off', async () => {
    const listener = await Listener.open(bench.url, '/ws');
    for (let id = 1; id <= 11; id += 1) listener.send({ id, method: 'LIST_SUBSCRIPTIONS' });
    await listener.until(() => listener.closed !== undefined);
    expect(listener.closed).toBe(1008);
    expect(listener.heard).toHaveLength(10);
    await bench.set('/paper/settings', { limits: 'off' });
    const free = await Listener.open(bench.url, '/ws');
    for (let id = 1; id <= 30; id += 1) free.send({ id, method: 'LIST_SUBSCRIPTIONS' });
    await free.until(() => free.heard.length === 30);
    free.end();
  });

  test('does not keep the exchange from stopping at once', async () => {
    const other = await Bench.start();
    const listeners = await Promise.all(
      ['/ws/btcusdt@markPrice', '/ws-fapi/v1', '/stream?streams=x'].map((path) => Listener.open(other.url, path)),
    );
    const started = Date.now();
    await other.stop();
    expect(Date.now() - started).toBeLessThan(500);
    for (const listener of listeners) await listener.until(() => listener.closed !== undefined);
  });

  test('a thousand of them hear the same, and leave nothing behind', async () => {
    const listeners = await Promise.all(
      Array.from({ length: 1000 }, () => Listener.open(bench.url, '/ws/btcusdt@markPrice@1s')),
    );
    clock += 1000;
    await bench.set('/paper/prices', { BTCUSDT: '61234.5' });
    await bench.state();
    const isNews = ({ p }: { readonly [field: string]: unknown }): boolean => p === '61234.50000000';
    clock += 1000;
    await bench.state();
    await Promise.all(listeners.map((listener) => listener.first(isNews)));
    for (const listener of listeners) listener.end();
    await waitFor(async () => (await bench.state()).listeners === 0, 'nobody left');
  }, 30_000);

  test('a reader that stops reading is dropped, and the others do not notice', async () => {
    await bench.set('/paper/reset', { symbols: 500, limits: 'off' });
    const quick = await Listener.open(bench.url, '/ws/btcusdt@markPrice@1s');
    const slow = connect(Number(new URL(bench.url).port), '127.0.0.1');
    const names = ['!markPrice@arr@1s', '!markPrice@arr'];
    slow.write(
      `GET /ws/${names.join('/')} HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n` +
        'sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    slow.on('error', () => undefined);
    slow.pause();
    const listening = async () => (await bench.state()).listeners;
    await waitFor(async () => (await listening()) === 2, 'both listening');
    let seconds = 0;
    for (; seconds < 2000 && (await listening()) > 1; seconds += 1) clock += 1000;
    expect(await listening()).toBe(1);
    const heard = quick.heard.length;
    clock += 1000;
    await bench.state();
    await quick.until(() => quick.heard.length > heard);
    quick.end();
    slow.destroy();
  }, 60_000);
});
