import { createExchange } from '../../../src/exchange/create-exchange';
import { positionOf } from '../../../src/exchange/port';
import type { Exchange } from '../../../src/exchange/port';
import type { PositionMode } from '../../../src/domain/position';
import { startPaperExchange } from '../../../src/paper';
import type { PaperExchange } from '../../../src/paper';
import { opens } from '../../../src/domain/resting-order';
import { signedPost } from '../../support/signed-post';
import { closeOrder } from '../support/close-order';

const BTC = 'BTC/USDT:USDT';

let paper: PaperExchange;
let exchange: Exchange;

interface AuditRow {
  kind: string;
  path?: string;
  executed?: boolean;
  params?: Record<string, string>;
}

const admin = async (path: string, body?: object): Promise<unknown> => {
  const post = { method: 'POST', body: JSON.stringify(body) };
  return (await fetch(paper.url + path, body === undefined ? {} : post)).json();
};

/** What the venue has on its books about orders of ours, whatever we were told. */
const ordersSent = async (): Promise<AuditRow[]> => {
  const rows = (await admin('/paper/audit?kind=request')) as AuditRow[];
  return rows.filter(({ path, params }) => path === '/fapi/v1/order' && params?.newClientOrderId !== undefined);
};

const reset = async (mode: PositionMode, positions: object[]): Promise<void> => {
  await admin('/paper/reset', { mode });
  await admin('/paper/positions', positions);
};
const long = { symbol: 'BTCUSDT', side: 'LONG', quantity: '1', entryPrice: '60000' };
const short = { symbol: 'BTCUSDT', side: 'SHORT', quantity: '2', entryPrice: '61000' };

beforeAll(async () => {
  paper = await startPaperExchange({ port: 0, symbols: 5 });
  exchange = createExchange({ venue: 'paper', apiKey: 'paper-key', secret: 'paper-secret', paperUrl: paper.url });
});
afterAll(() => paper.stop());

const submit = (order: ReturnType<typeof closeOrder>, signedAtMs = exchange.venueNowMs()) =>
  exchange.submit(order, signedAtMs);

describe('what rests in the whole account', () => {
  const trader = (path: string, params: Record<string, string>) => signedPost(paper.url, path, params);

  test('is listed over all markets and both books, each order with its market', async () => {
    await reset('hedge', [long, short]);
    const limit = { type: 'LIMIT', timeInForce: 'GTC', quantity: '1' };
    await trader('/fapi/v1/order', { symbol: 'ETHUSDT', side: 'BUY', positionSide: 'LONG', price: '2900', ...limit });
    await trader('/fapi/v1/order', {
      symbol: 'BTCUSDT',
      side: 'SELL',
      positionSide: 'SHORT',
      price: '61000',
      ...limit,
    });
    const stop = { algoType: 'CONDITIONAL', type: 'STOP_MARKET', side: 'SELL', positionSide: 'LONG' };
    await trader('/fapi/v1/algoOrder', { symbol: 'BTCUSDT', triggerPrice: '58000', quantity: '1', ...stop });
    await exchange.connect();
    const before = ((await admin('/paper/audit?kind=request')) as AuditRow[]).length;

    const resting = await exchange.listAllResting();

    expect(resting.map(({ symbol, book, side, leg }) => [symbol, book, side, leg]).sort()).toEqual([
      [BTC, 'algo', 'sell', 'long'],
      [BTC, 'regular', 'sell', 'short'],
      ['ETH/USDT:USDT', 'regular', 'buy', 'long'],
    ]);
    const asked = ((await admin('/paper/audit?kind=request')) as AuditRow[]).slice(before);
    expect(asked.map(({ path, params }) => [path, params?.['symbol']]).sort()).toEqual([
      ['/fapi/v1/openAlgoOrders', undefined],
      ['/fapi/v1/openOrders', undefined],
    ]);
    expect(resting.map(opens).sort()).toEqual(['long', 'short', null].sort());
    for (const order of resting) expect(await exchange.cancel(order)).toBe('cancelled');
    expect(await exchange.listAllResting()).toEqual([]);
  });
});

describe('one-way mode', () => {
  beforeEach(() => reset('one-way', [long]));

  test('a position is closed, and the venue says so in its record, its fills and its positions', async () => {
    const before = positionOf(await exchange.listPositions(), BTC, 'long');
    expect(before).toMatchObject({ quantity: '1', entryPrice: '60000', mode: 'one-way' });

    const sinceMs = exchange.venueNowMs() - 1_000;
    const submission = await submit(closeOrder({ clientOrderId: 'close1', quantity: '1' }));
    expect(submission).toMatchObject({ kind: 'accepted', status: 'FILLED', executedQuantity: '1' });

    const record = await exchange.findOrder(BTC, 'close1');
    expect(record).toMatchObject({ clientOrderId: 'close1', status: 'FILLED', executedQuantity: '1' });
    expect(Number(record?.averagePrice)).toBeGreaterThan(0);
    expect(await exchange.findOrderById(BTC, record?.orderId ?? '')).toEqual(record);

    const fills = await exchange.listFills(BTC, sinceMs);
    expect(fills.map(({ orderId }) => orderId)).toContain(record?.orderId);
    expect(fills.every(({ side, leg }) => side === 'sell' && leg === null)).toBe(true);
    expect((await exchange.listPositions()).positions).toEqual([]);
    expect((await ordersSent()).map(({ params }) => params)).toMatchObject([
      { side: 'SELL', reduceOnly: 'true', newClientOrderId: 'close1' },
    ]);
  });

  test('a part is closed, and the rest stays', async () => {
    await submit(closeOrder({ clientOrderId: 'close1', quantity: '0.4' }));
    expect(positionOf(await exchange.listPositions(), BTC, 'long')?.quantity).toBe('0.6');
  });

  test('a position that is gone cannot be closed into its opposite', async () => {
    await submit(closeOrder({ clientOrderId: 'close1', quantity: '1' }));
    expect(await submit(closeOrder({ clientOrderId: 'close2', quantity: '1' }))).toMatchObject({
      kind: 'rejected',
      code: '-2022',
      next: 'clearClaims',
    });
    expect((await exchange.listPositions()).positions).toEqual([]);
  });

  test.each([
    ['older than the window', -3_100],
    ['ahead of the venue', 2_000],
  ])('an order signed %s is refused, and never executes', async (_, offMs) => {
    await exchange.connect();
    expect(
      await submit(closeOrder({ clientOrderId: 'late', quantity: '1' }), exchange.venueNowMs() + offMs),
    ).toMatchObject({
      kind: 'notSent',
      trouble: { type: 'OrderTooLate', needsPerson: false },
    });
    expect(await ordersSent()).toMatchObject([{ executed: false }]);
    expect(await exchange.findOrder(BTC, 'late')).toBeNull();
    expect(positionOf(await exchange.listPositions(), BTC, 'long')?.quantity).toBe('1');
  });

  test('an order that executed and whose reply was lost is unknown, sent once, and found by its name', async () => {
    await exchange.connect();
    await admin('/paper/faults', { route: 'POST /fapi/v1/order', when: 'after', kind: 'drop', times: 1 });
    expect(await submit(closeOrder({ clientOrderId: 'lost', quantity: '1' }))).toMatchObject({ kind: 'unknown' });
    expect(await ordersSent()).toMatchObject([{ executed: true }]);
    expect(await exchange.findOrder(BTC, 'lost')).toMatchObject({ status: 'FILLED', executedQuantity: '1' });
  });

  test('an order lost on the way is unknown, too, and is not found', async () => {
    await exchange.connect();
    await admin('/paper/faults', { route: 'POST /fapi/v1/order', when: 'before', kind: 'drop', times: 1 });
    expect(await submit(closeOrder({ clientOrderId: 'lost', quantity: '1' }))).toMatchObject({ kind: 'unknown' });
    expect(await ordersSent()).toMatchObject([{ executed: false }]);
    expect(await exchange.findOrder(BTC, 'lost')).toBeNull();
  });

  test('an order in the form of the other mode is refused, with a fresh look as the advice', async () => {
    const order = closeOrder({ clientOrderId: 'close1', quantity: '1', mode: 'hedge' });
    expect(await submit(order)).toMatchObject({ kind: 'rejected', code: '-4061', next: 'reread' });
  });
});

describe('hedge mode', () => {
  beforeEach(() => reset('hedge', [long, short]));

  test('one leg is closed, and the other stays', async () => {
    const { positions } = await exchange.listPositions();
    expect(positions).toMatchObject([
      { side: 'long', quantity: '1', mode: 'hedge' },
      { side: 'short', quantity: '2', mode: 'hedge' },
    ]);
    await submit(closeOrder({ clientOrderId: 'close1', quantity: '2', open: '2', side: 'short', mode: 'hedge' }));
    expect((await exchange.listPositions()).positions).toMatchObject([{ side: 'long', quantity: '1' }]);
    const [sent] = await ordersSent();
    expect(sent?.params).toMatchObject({ side: 'BUY', positionSide: 'SHORT' });
    expect(sent?.params).not.toHaveProperty('reduceOnly');
  });

  test('an order in the form of the other mode is refused, with a fresh look as the advice', async () => {
    const order = closeOrder({ clientOrderId: 'close1', quantity: '1' });
    expect(await submit(order)).toMatchObject({ kind: 'rejected', next: 'reread' });
    expect((await exchange.listPositions()).positions).toHaveLength(2);
  });
});

describe('resting orders', () => {
  beforeEach(() => reset('one-way', [long]));

  /** As a trader's own hand would place them. */
  const place = async (path: string, params: Record<string, string>): Promise<void> => {
    const { createHmac } = await import('node:crypto');
    const query = new URLSearchParams({ symbol: 'BTCUSDT', side: 'SELL', ...params, timestamp: String(Date.now()) });
    const signature = createHmac('sha256', 'paper-secret').update(query.toString()).digest('hex');
    const headers = { 'x-mbx-apikey': 'paper-key' };
    const reply = await fetch(`${paper.url}${path}?${query.toString()}&signature=${signature}`, {
      method: 'POST',
      headers,
    });
    expect(await reply.json()).not.toHaveProperty('code');
  };

  test('are listed from the book and from the algo service, and cancelled in both', async () => {
    const limit = { type: 'LIMIT', timeInForce: 'GTC', quantity: '1', price: '65000', reduceOnly: 'true' };
    await place('/fapi/v1/order', { ...limit, newClientOrderId: 'tp' });
    const stop = { algoType: 'CONDITIONAL', type: 'STOP_MARKET', triggerPrice: '55000', closePosition: 'true' };
    await place('/fapi/v1/algoOrder', { ...stop, clientAlgoId: 'sl' });

    const resting = await exchange.listResting(BTC);
    expect(resting).toMatchObject([
      { book: 'regular', clientOrderId: 'tp', type: 'LIMIT', side: 'sell', quantity: '1', leg: null, reduceOnly: true },
      { book: 'algo', clientOrderId: 'sl', type: 'STOP_MARKET', side: 'sell', leg: null, reduceOnly: true },
    ]);
    for (const order of resting) expect(await exchange.cancel(order)).toBe('cancelled');
    expect(await exchange.listResting(BTC)).toEqual([]);
    for (const order of resting) expect(await exchange.cancel(order)).toBe('gone');
  });
});

describe('rules', () => {
  test('of a market order, and null for a symbol that is not listed', async () => {
    expect(await exchange.readRules(BTC)).toMatchObject({ marketId: 'BTCUSDT', step: '0.001', trading: true });
    expect(await exchange.readRules('NOSUCH/USDT:USDT')).toBeNull();
  });
});

test('a wrong key needs a person, for reads and for orders', async () => {
  await reset('one-way', [long]);
  const stranger = createExchange({ venue: 'paper', apiKey: 'other', secret: 'paper-secret', paperUrl: paper.url });
  await expect(stranger.listPositions()).rejects.toMatchObject({
    trouble: { type: 'CredentialsRefused', needsPerson: true },
  });
  expect(await stranger.submit(closeOrder({ clientOrderId: 'close1', quantity: '1' }), Date.now())).toMatchObject({
    kind: 'rejected',
    next: 'hold',
  });
});

test('a wrong secret likewise', async () => {
  await reset('one-way', [long]);
  const forger = createExchange({ venue: 'paper', apiKey: 'paper-key', secret: 'wrong', paperUrl: paper.url });
  await expect(forger.listPositions()).rejects.toMatchObject({ trouble: { type: 'CredentialsRefused' } });
  const order = closeOrder({ clientOrderId: 'close1', quantity: '1' });
  expect(await forger.submit(order, Date.now())).toMatchObject({ kind: 'rejected', code: '-1022', next: 'hold' });
});

describe('an order with a price', () => {
  beforeEach(() => reset('one-way', [long]));

  test('inside the book’s prices takes at once what it can', async () => {
    const pricing = { type: 'limit', price: '57300', timeInForce: 'IOC' } as const;
    const submission = await submit(closeOrder({ clientOrderId: 'ioc', quantity: '1', pricing }));
    expect(submission).toMatchObject({ kind: 'accepted', status: 'FILLED', executedQuantity: '1' });
    expect((await ordersSent())[0]?.params).toMatchObject({
      type: 'LIMIT',
      timeInForce: 'IOC',
      price: '57300',
      reduceOnly: 'true',
    });
  });

  test('outside them ends at once with nothing', async () => {
    const pricing = { type: 'limit', price: '61000', timeInForce: 'IOC' } as const;
    await submit(closeOrder({ clientOrderId: 'ioc', quantity: '1', pricing }));
    expect(await exchange.findOrder(BTC, 'ioc')).toMatchObject({ status: 'EXPIRED', executedQuantity: '0' });
  });

  test('that is to rest does rest, reduce-only, with what it was for', async () => {
    const pricing = { type: 'limit', price: '62000', timeInForce: 'GTX' } as const;
    const submission = await submit(closeOrder({ clientOrderId: 'back', quantity: '0.4', pricing }));
    expect(submission).toMatchObject({ kind: 'accepted', status: 'NEW' });
    expect(await exchange.listResting(BTC)).toMatchObject([
      { clientOrderId: 'back', book: 'regular', price: '62000', quantity: '0.4', reduceOnly: true },
    ]);
    expect(await exchange.findOrder(BTC, 'back')).toMatchObject({ status: 'NEW', quantity: '0.4' });
  });

  test('that is to rest never takes: where the market has passed its price it executes nothing', async () => {
    const pricing = { type: 'limit', price: '59000', timeInForce: 'GTX' } as const;
    await submit(closeOrder({ clientOrderId: 'passed', quantity: '1', pricing }));
    expect(await exchange.listResting(BTC)).toEqual([]);
    expect(positionOf(await exchange.listPositions(), BTC, 'long')?.quantity).toBe('1');
  });

  test('in hedge mode names its leg and no flag', async () => {
    await reset('hedge', [long, short]);
    const pricing = { type: 'limit', price: '62000', timeInForce: 'GTX' } as const;
    await submit(closeOrder({ clientOrderId: 'leg', quantity: '1', mode: 'hedge', pricing }));
    expect(await exchange.listResting(BTC)).toMatchObject([{ leg: 'long', side: 'sell', price: '62000' }]);
  });
});

test('the venue’s ticks and price band are read with its other rules', async () => {
  await reset('one-way', []);
  const rules = await exchange.readRules(BTC);
  expect(rules).toMatchObject({ tick: '0.1', band: { down: '0.95', up: '1.05' } });
});
