import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { isLoopback } from '../../../src/monitor/http/http-settings';
import { ListenRefused, listen } from '../../../src/monitor/http/listen';
import { sameSecret } from '../../../src/monitor/http/doors/same-secret';
import { WRONG_TOKENS_MAX, WRONG_TOKEN_EVERY_MS, WrongTokens } from '../../../src/monitor/http/doors/wrong-tokens';
import { SETTINGS, Service, TOKEN } from './support/service';

let service: Service;
beforeEach(() => (service = new Service()));
afterEach(() => service.end());

describe('the name under which it is asked', () => {
  test.each([
    'localhost',
    'localhost:8007',
    '127.0.0.1:8007',
    '[::1]:8007',
    '10.1.2.3:8007',
    'monitor.example',
    'Monitor.Example:8007',
  ])('%s is its own', async (host) => expect((await service.get('/health', { host })).status).toBe(200));

  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', 'evil.example:8007'])(
    '%s is not: another site may have pointed its name here',
    async (host) => {
      const { status, problem } = await service.get('/positions', { host });
      expect([status, problem.type]).toEqual([421, '/problems/foreign-host']);
      expect(problem.remedy).toContain('EXIT_MONITOR_ALLOWED_HOSTS');
      expect(service.log.join('')).toContain('"problem":"foreign-host"');
    },
  );
});

describe('the page that posts', () => {
  const post = (headers: Record<string, string>) =>
    service.post('/manual-close/BTCUSDT?force=true', { host: 'localhost:8007', ...headers });

  test.each([
    {},
    { origin: 'http://localhost:8007', 'sec-fetch-site': 'same-origin' },
    { origin: 'https://localhost:8007' },
    { 'sec-fetch-site': 'none' },
  ])('may with %j', async (headers) => expect((await post(headers)).status).toBe(202));

  test.each([
    { origin: 'http://evil.example' },
    { origin: 'http://localhost:9000' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost:8007' },
  ])('may not with %j, token or no token', async (headers) => {
    const { status, problem } = await post(headers);
    expect([status, problem.type]).toEqual([403, '/problems/foreign-origin']);
    expect(service.monitor.manualCloses).toEqual([]);
  });
});

test.each(['/', '/positions', '/nowhere', '/board/board.js'])(
  'GET %s comes with the headers that keep others out',
  async (path) => {
    const { headers } = await service.get(path);
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; script-src 'self';.*frame-ancestors 'none'$/,
      ) as string,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
  },
);

describe('where it listens', () => {
  test.each(['localhost', '127.0.0.1', '127.8.8.8', '::1'])('%s is this machine only', (host) =>
    expect(isLoopback(host)).toBe(true),
  );
  test.each(['0.0.0.0', '::', '10.0.0.1', 'localhost.example'])('%s is not', (host) =>
    expect(isLoopback(host)).toBe(false),
  );

  test.each([
    [{ manualCloseToken: null }, /there is no token: set EXIT_MONITOR_MANUAL_CLOSE_TOKEN/],
    [{ manualCloseToken: 'x'.repeat(23) }, /fewer than 24 characters/],
  ])('elsewhere with manual close enabled and %j, it does not', async (settings, says) => {
    const refused = listen(service.app, { ...SETTINGS, host: '0.0.0.0', ...settings });
    await expect(refused).rejects.toThrow(ListenRefused);
    await expect(refused).rejects.toThrow(says);
    expect(service.app.server.listening).toBe(false);
  });

  test.each([
    { host: '0.0.0.0', manualCloseToken: 'x'.repeat(24) },
    { host: '0.0.0.0', manualCloseToken: null, manualCloseEnabled: false },
    { host: '127.0.0.1', manualCloseToken: null },
  ])('with %j it does', async (settings) => {
    expect(await listen(service.app, { ...SETTINGS, ...settings })).toBeGreaterThan(0);
  });

  test('a port that is taken is named, with what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(listen(service.app, { ...SETTINGS, port })).rejects.toThrow(
      `Port ${port} is taken on 127.0.0.1: is another exit monitor running? Stop it, or set EXIT_MONITOR_PORT.`,
    );
    other.close();
  });
});

describe('wrong tokens', () => {
  let nowMs = 0;
  const note = (tokens: WrongTokens, address: string, times: number) => {
    for (let noted = 0; noted < times; noted += 1) tokens.note(address);
  };

  test('are forgiven one by one', () => {
    const tokens = new WrongTokens(() => nowMs);
    note(tokens, '10.0.0.1', WRONG_TOKENS_MAX - 1);
    expect(tokens.waitMs('10.0.0.1')).toBe(0);
    tokens.note('10.0.0.1');
    expect(tokens.waitMs('10.0.0.1')).toBe(WRONG_TOKEN_EVERY_MS);
    nowMs += WRONG_TOKEN_EVERY_MS;
    expect(tokens.waitMs('10.0.0.1')).toBe(0);
    tokens.note('10.0.0.1');
    expect(tokens.waitMs('10.0.0.1')).toBe(WRONG_TOKEN_EVERY_MS);
  });

  test('count for the whole network of an IPv6 address, and for one IPv4 address', () => {
    const tokens = new WrongTokens(() => nowMs);
    note(tokens, '2001:db8:1:2:3:4:5:6', WRONG_TOKENS_MAX);
    expect(tokens.waitMs('2001:db8:1:2:ffff::1')).toBeGreaterThan(0);
    expect(tokens.waitMs('2001:db8:1:3::1')).toBe(0);
    note(tokens, '::ffff:10.0.0.1', WRONG_TOKENS_MAX);
    expect(tokens.waitMs('::ffff:10.0.0.2')).toBe(0);
  });

  test('of very many addresses are not all remembered', () => {
    const tokens = new WrongTokens(() => nowMs);
    note(tokens, 'first', WRONG_TOKENS_MAX);
    for (let address = 0; address < 10_000; address += 1) tokens.note(`10.0.${address >> 8}.${address & 255}`);
    expect(tokens.waitMs('first')).toBe(0);
  });
});

test('secrets of any length are compared, and only the same is the same', () => {
  expect([TOKEN, '', 'ä', 'x'.repeat(10_000)].map((given) => sameSecret(given, TOKEN))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
