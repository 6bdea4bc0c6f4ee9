import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { randomBytes } from 'node:crypto';
import type { Submission } from '../../../src/domain/submission';
import { TIMES } from '../../../src/domain/times';
import { makeUsdm } from '../../../src/exchange/ccxt/lane/make-usdm';
import { createExchange } from '../../../src/exchange/create-exchange';
import type { Exchange } from '../../../src/exchange/port';
import { VenueError } from '../../../src/exchange/venue-error';
import { closeOrder } from '../support/close-order';
import { acceptOrder, json, page, startFaultVenue } from '../support/fault-venue';
import type { Behaviour, FaultVenue } from '../support/fault-venue';

const SECRET = 'a-secret-that-nobody-may-read';
const KEY = 'a-key-that-nobody-may-read';
const ORDER = 'POST /fapi/v1/order';
const POSITIONS = 'GET /fapi/v3/positionRisk';

let venue: FaultVenue;
let exchange: Exchange;

beforeEach(async () => {
  venue = await startFaultVenue();
  exchange = createExchange({ venue: 'paper', apiKey: KEY, secret: SECRET, paperUrl: venue.url });
});
afterEach(() => venue.stop());

const order = closeOrder({ clientOrderId: 'close1', quantity: '0.4' });
const submit = () => exchange.submit(order, exchange.venueNowMs());

const faultOf = (read: Promise<unknown>): Promise<VenueError> =>
  read.then(
    () => Promise.reject(new Error('it answered')),
    (fault: unknown) => fault as VenueError,
  );

const LONG_BODY = JSON.stringify({ orderId: 17, filler: 'x'.repeat(5_000) });
const begin = ({ reply }: Parameters<Behaviour>[0], headers = {}) =>
  reply.writeHead(200, { 'content-type': 'application/json', 'content-length': LONG_BODY.length, ...headers });

const TRANSPORT_FAULTS: [string, Behaviour][] = [
  ['a reset before the reply', ({ socket }) => socket.resetAndDestroy()],
  ['an end before the reply', ({ socket }) => socket.destroy()],
  ['no reply at all', () => undefined],
  ['headers and then nothing', (exchanged) => begin(exchanged).flushHeaders()],
  ['a body that stalls', (exchanged) => begin(exchanged).write(LONG_BODY.slice(0, 100))],
  [
    'a reset mid-body',
    (exchanged) => {
      begin(exchanged).write(LONG_BODY.slice(0, 100));
      setTimeout(() => exchanged.socket.resetAndDestroy(), 20);
    },
  ],
  [
    'an end mid-body',
    (exchanged) => {
      begin(exchanged).write(LONG_BODY.slice(0, 100));
      setTimeout(() => exchanged.socket.destroy(), 20);
    },
  ],
  [
    'an end within a compressed body',
    (exchanged) => {
      const body = gzipSync(JSON.stringify({ filler: randomBytes(30_000).toString('hex') }));
      const headers = { 'content-encoding': 'gzip', 'content-length': body.length };
      exchanged.reply.writeHead(200, headers).write(body.subarray(0, 2_000));
      setTimeout(() => exchanged.socket.destroy(), 20);
    },
  ],
  ['junk instead of HTTP', ({ socket }) => socket.end('junk\r\n\r\n')],
  ['a redirect', page(302, '', { location: 'http://127.0.0.1:1/elsewhere' })],
];

const ANSWERS_WITHOUT_PROOF: [string, Behaviour][] = [
  ['HTML with 200', page(200, '<html><body>Welcome</body></html>')],
  ['nothing with 200', page(200, '')],
  ['truncated JSON with 200', page(200, '{"orderId": 17, "sta')],
  ['{} with 200', json({})],
  ['[] with 200', json([])],
  ['another’s order with 200', json({ orderId: 1, clientOrderId: 'other', symbol: 'BTCUSDT', status: 'FILLED' })],
  ['a status nobody lists', json({}, 999)],
  ['520', page(520, 'web server returns an unknown error')],
  ['502 from a proxy', page(502, '<html>Bad Gateway</html>')],
  ['504 from a proxy', page(504, '<html>Gateway Time-out</html>')],
  [
    '503 that does not know',
    json({ code: -1000, msg: 'Unknown error, please check your request or try again later.' }, 503),
  ],
];

describe('an order', () => {
  beforeEach(() => exchange.connect());

  test('goes out once, and is accepted by its own name', async () => {
    expect(await submit()).toMatchObject({
      kind: 'accepted',
      orderId: '17',
      status: 'FILLED',
      executedQuantity: '0.4',
    });
    expect(venue.arrived(ORDER)).toHaveLength(1);
  });

  test.each(ANSWERS_WITHOUT_PROOF)('that meets %s is unknown, and was sent once', async (_, behaviour) => {
    venue.on(ORDER, behaviour);
    expect(await submit()).toMatchObject({ kind: 'unknown' });
    expect(venue.arrived(ORDER)).toHaveLength(1);
  });

  test('that finds nobody listening was not sent', async () => {
    await venue.stop();
    // The pool still holds sockets of the venue that is gone; what is sent on those may have left.
    await faultOf(exchange.readVenueTimeMs());
    const submission = await submit();
    expect(submission).toMatchObject({ kind: 'notSent', trouble: { type: 'VenueUnreachable', needsPerson: false } });
  });

  test('of a host that has no address was not sent', async () => {
    const nowhere = createExchange({ venue: 'paper', apiKey: KEY, secret: SECRET, paperUrl: 'http://venue.invalid' });
    expect(await nowhere.submit(order, Date.now())).toMatchObject({ kind: 'notSent' });
  });

  test('is not repeated on a socket that the venue closes while idle', async () => {
    for (let round = 0; round < 5; round += 1) {
      const before = venue.arrived(ORDER).length;
      venue.on(ORDER, (exchanged) => {
        acceptOrder(exchanged);
        exchanged.reply.on('finish', () => exchanged.socket.destroy());
      });
      const first = await submit();
      // Without a breath: the socket is being closed at this very moment.
      const second = await submit();
      expect(['accepted', 'unknown']).toContain(first.kind);
      expect(['accepted', 'unknown']).toContain(second.kind);
      expect(venue.arrived(ORDER).length - before).toBeLessThanOrEqual(2);
    }
  });

  test('carries exactly the signature time, the window and the flag that it was given', async () => {
    const signedAtMs = exchange.venueNowMs() - 777;
    await exchange.submit(order, signedAtMs);
    expect(Object.fromEntries(venue.arrived(ORDER)[0] ?? [])).toEqual({
      timestamp: String(signedAtMs),
      recvWindow: '3000',
      symbol: 'BTCUSDT',
      side: 'SELL',
      type: 'MARKET',
      quantity: '0.4',
      reduceOnly: 'true',
      newClientOrderId: 'close1',
      newOrderRespType: 'RESULT',
      signature: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  test.each([
    ['long', 'SELL', 'LONG'],
    ['short', 'BUY', 'SHORT'],
  ] as const)('of a %s leg names the leg and the closing side, and no flag', async (side, wireSide, leg) => {
    await exchange.submit(closeOrder({ clientOrderId: 'close1', quantity: '0.4', side, mode: 'hedge' }), Date.now());
    const params = venue.arrived(ORDER)[0];
    expect(params?.get('side')).toBe(wireSide);
    expect(params?.get('positionSide')).toBe(leg);
    expect(params?.has('reduceOnly')).toBe(false);
  });

  test('that would open a position is our own mistake, and is not sent', async () => {
    const opening = { ...order, side: 'buy' } as typeof order;
    await expect(exchange.submit(opening, Date.now())).rejects.toThrow('buy would increase a long position');
    const tooMuch = { ...order, quantity: '1.5' } as typeof order;
    await expect(exchange.submit(tooMuch, Date.now())).rejects.toThrow('more than the 1 that is open');
    expect(venue.arrived(ORDER)).toHaveLength(0);
  });

  test('in a market that the venue does not list is not sent', async () => {
    const elsewhere = { ...order, symbol: 'NEW/USDT:USDT' } as typeof order;
    expect(await exchange.submit(elsewhere, Date.now())).toMatchObject({ kind: 'notSent' });
    expect(venue.arrived(ORDER)).toHaveLength(0);
  });
});

describe('an order that meets a fault on the way', () => {
  interface Met {
    submission: Submission;
    tookMs: number;
    arrived: number;
  }
  const met = new Map<string, Met>();

  /** All at once, each with a venue of its own: most of them wait for the deadline. */
  beforeAll(async () => {
    await Promise.all(TRANSPORT_FAULTS.map(async ([name, behaviour]) => met.set(name, await meet(behaviour))));
  });

  async function meet(behaviour: Behaviour): Promise<Met> {
    const own = await startFaultVenue();
    const lane = createExchange({ venue: 'paper', apiKey: KEY, secret: SECRET, paperUrl: own.url });
    await lane.connect();
    own.on(ORDER, behaviour);
    const startedMs = Date.now();
    const submission = await lane.submit(order, lane.venueNowMs());
    const tookMs = Date.now() - startedMs;
    await own.stop();
    return { submission, tookMs, arrived: own.arrived(ORDER).length };
  }

  test.each(TRANSPORT_FAULTS)('%s: unknown, in time, and sent once', (name) => {
    expect(met.get(name)).toMatchObject({ submission: { kind: 'unknown', cause: 'noReply' }, arrived: 1 });
    expect(met.get(name)?.tookMs).toBeLessThan(TIMES.venueRequest + 1_000);
  });
});

describe('being throttled', () => {
  beforeEach(() => exchange.connect());

  test('by address: neither orders nor reads leave until the venue’s time is over', async () => {
    const refuse = json({ code: -1003, msg: 'Too many requests.' }, 429, { 'retry-after': '1' });
    venue.on(ORDER, refuse);
    const turnedAway = await submit();
    expect(turnedAway).toMatchObject({ kind: 'notSent', trouble: { type: 'VenueThrottled' } });
    expect('trouble' in turnedAway && turnedAway.trouble.retryAfterMs).toBeGreaterThanOrEqual(1_000);
    venue.on(ORDER, acceptOrder);
    venue.on(POSITIONS, json([]));

    expect(await submit()).toMatchObject({ kind: 'notSent', trouble: { type: 'VenueThrottled' } });
    const { trouble } = await faultOf(exchange.listPositions());
    expect(trouble.type).toBe('VenueThrottled');
    expect(trouble.retryAfterMs).toBeGreaterThan(0);
    expect(trouble.retryAfterMs).toBeLessThanOrEqual(1_000);
    expect(venue.arrived(ORDER)).toHaveLength(1);
    expect(venue.arrived(POSITIONS)).toHaveLength(0);

    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await submit()).toMatchObject({ kind: 'accepted' });
    expect(await exchange.listPositions()).toMatchObject({ positions: [] });
  });

  test('by a ban whose end stands in the message', async () => {
    const until = Date.now() + 60_000;
    venue.on(POSITIONS, json({ code: -1003, msg: `Way too many requests; IP banned until ${until}.` }, 418));
    const { trouble } = await faultOf(exchange.listPositions());
    expect(trouble).toMatchObject({ type: 'VenueThrottled', needsPerson: false });
    expect(trouble.retryAfterMs).toBeGreaterThan(58_000);
    expect(await submit()).toMatchObject({ kind: 'notSent', trouble: { type: 'VenueThrottled' } });
    expect(venue.arrived(ORDER)).toHaveLength(0);
  });
});

describe('a read', () => {
  const reads: [string, string, () => Promise<unknown>][] = [
    ['positions', POSITIONS, () => exchange.listPositions()],
    ['resting orders', 'GET /fapi/v1/openOrders', () => exchange.listResting('BTC/USDT:USDT')],
    ['an order', 'GET /fapi/v1/order', () => exchange.findOrder('BTC/USDT:USDT', 'close1')],
    ['fills', 'GET /fapi/v1/userTrades', () => exchange.listFills('BTC/USDT:USDT', Date.now())],
  ];

  describe.each(reads)('of %s', (_, route, read) => {
    beforeEach(() => {
      venue.on('GET /fapi/v1/openAlgoOrders', json([]));
      return exchange.connect();
    });

    test.each([
      ...TRANSPORT_FAULTS.filter(([name]) => /reset|end before|end mid|junk|redirect/.test(name)),
      ...UNREADABLE(),
    ])('that meets %s is a VenueError, never a finding', async (_name, behaviour) => {
      venue.on(route, behaviour);
      const fault = await faultOf(read());
      expect(fault).toBeInstanceOf(VenueError);
      expect(fault.trouble).toMatchObject({ type: 'VenueUnreachable', needsPerson: false });
    });

    test.each([-2014, -2015, -1022, -1002])('refused with %d needs a person', async (code) => {
      venue.on(route, json({ code, msg: 'no' }, 401));
      expect((await faultOf(read())).trouble).toMatchObject({ type: 'CredentialsRefused', needsPerson: true });
    });

    test.each([401, 403])('refused with a bare %d needs a person', async (status) => {
      venue.on(route, page(status, ''));
      expect((await faultOf(read())).trouble).toMatchObject({ type: 'CredentialsRefused', needsPerson: true });
    });
  });

  test('of an order that the venue says it does not know is null', async () => {
    venue.on('GET /fapi/v1/order', json({ code: -2013, msg: 'Order does not exist.' }, 400));
    expect(await exchange.findOrder('BTC/USDT:USDT', 'close1')).toBeNull();
    expect(await exchange.findOrderById('BTC/USDT:USDT', '17')).toBeNull();
  });

  test('that stalls ends in time', async () => {
    await exchange.connect();
    venue.on(POSITIONS, () => undefined);
    const startedMs = Date.now();
    expect((await faultOf(exchange.listPositions())).message).toContain('no complete answer in time');
    expect(Date.now() - startedMs).toBeLessThan(TIMES.venueRequest + 700);
  });

  test('refused for its timestamp has the clock measured again', async () => {
    await exchange.connect();
    venue.on('GET /fapi/v1/time', (exchanged) => json({ serverTime: Date.now() + 60_000 })(exchanged));
    venue.on(POSITIONS, json({ code: -1021, msg: 'Timestamp for this request is outside of the recvWindow.' }, 400));
    await faultOf(exchange.listPositions());
    venue.on(POSITIONS, json([]));
    const { readAtMs } = await exchange.listPositions();
    expect(Math.abs(readAtMs - Date.now() - 60_000)).toBeLessThan(500);
    expect(Math.abs(exchange.venueNowMs() - Date.now() - 60_000)).toBeLessThan(500);
    expect(Number(venue.arrived(POSITIONS)[1]?.get('timestamp')) - Date.now()).toBeGreaterThan(59_000);
  });

  test('shared by many is one request', async () => {
    await exchange.connect();
    venue.on(POSITIONS, json([]));
    await Promise.all(Array.from({ length: 50 }, () => exchange.listPositions()));
    expect(venue.arrived(POSITIONS)).toHaveLength(1);
  });
});

function UNREADABLE(): [string, Behaviour][] {
  return ANSWERS_WITHOUT_PROOF.filter(([name]) => name !== '[] with 200');
}

describe('connecting', () => {
  test('is one request of each kind, however many ask', async () => {
    await Promise.all([exchange.connect(), exchange.connect(), exchange.readRules('BTC/USDT:USDT')]);
    await exchange.connect();
    expect(venue.arrived('GET /fapi/v1/exchangeInfo')).toHaveLength(1);
  });

  test('to a dead venue says so in a sentence with its address, and works once it lives', async () => {
    venue.on('GET /fapi/v1/exchangeInfo', page(502, '<html>Bad Gateway</html>'));
    expect((await faultOf(exchange.connect())).trouble.type).toBe('VenueUnreachable');
    venue.on('GET /fapi/v1/exchangeInfo', ({ socket }) => socket.destroy());
    const { message } = await faultOf(exchange.connect());
    expect(message).toContain(`the venue at ${venue.url} does not answer`);
  });

  test('that failed is tried again', async () => {
    const port = await freePort();
    const late = createExchange({ venue: 'paper', apiKey: KEY, secret: SECRET, paperUrl: `http://127.0.0.1:${port}` });
    const { trouble } = await faultOf(late.connect());
    expect(trouble).toMatchObject({ type: 'VenueUnreachable', needsPerson: false });
    expect(trouble.detail).toContain(`http://127.0.0.1:${port}`);
  });

  test('that failed is forgotten', async () => {
    const on: FaultVenue['on'] = (route, behaviour) => venue.on(route, behaviour);
    on('GET /fapi/v1/time', page(502, ''));
    await faultOf(exchange.connect());
    on('GET /fapi/v1/time', (exchanged) => json({ serverTime: Date.now() })(exchanged));
    await expect(exchange.connect()).resolves.toBeUndefined();
  });

  test('warns of a clock that is far off', async () => {
    const warnings: string[] = [];
    venue.on('GET /fapi/v1/time', (exchanged) => json({ serverTime: Date.now() - 30_000 })(exchanged));
    const options = { venue: 'paper', apiKey: KEY, secret: SECRET, paperUrl: venue.url } as const;
    await createExchange({ ...options, onWarning: (message) => warnings.push(message) }).connect();
    expect(warnings).toEqual(['this machine’s clock differs from the venue’s']);
  });
});

const makeHooks = () => ({
  venueNowMs: Date.now,
  pass: <T>(request: () => Promise<T>) => request(),
  headed: () => undefined,
  answered: () => undefined,
});

test('no URL that ccxt knows leads away from the paper exchange', () => {
  const hooks = makeHooks();
  const { urls } = makeUsdm({ venue: 'paper', apiKey: KEY, secret: SECRET, paperUrl: venue.url }, hooks);
  const known = JSON.stringify(urls.api).match(/[a-z]+:\/\/[^"]*/g) ?? [];
  expect(known.length).toBeGreaterThan(20);
  expect(known.filter((url) => !url.startsWith(venue.url))).toEqual([]);
});

test.each([
  ['binanceusdm', 'https://fapi.binance.com'],
  ['binanceusdm-demo', 'https://demo-fapi.binance.com'],
] as const)('%s is %s', (name, origin) => {
  const hooks = makeHooks();
  expect(makeUsdm({ venue: name, apiKey: KEY, secret: SECRET }, hooks).venueOrigin()).toBe(origin);
});

test('an empty key is refused by the venue, not by ccxt', async () => {
  const nobody = createExchange({ venue: 'paper', apiKey: '', secret: '', paperUrl: venue.url });
  venue.on(POSITIONS, json({ code: -2014, msg: 'API-key format invalid.' }, 401));
  expect((await faultOf(nobody.listPositions())).trouble.type).toBe('CredentialsRefused');
});

test('keys stand in no error, and in nothing that prints the exchange', async () => {
  await exchange.connect();
  venue.on(POSITIONS, ({ socket }) => socket.destroy());
  const fault = await faultOf(exchange.listPositions());
  venue.on(ORDER, page(302, '', { location: 'http://127.0.0.1:1/' }));
  const { inspect } = await import('node:util');
  const printed = [fault, exchange, await submit()]
    .map((value) => inspect(value, { depth: 20, showHidden: true }))
    .join();
  expect(printed).not.toContain(SECRET);
  expect(printed).not.toContain(KEY);
  expect(printed).not.toContain('signature=');
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
