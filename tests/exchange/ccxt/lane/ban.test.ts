import { createExchange } from '../../../../src/exchange/create-exchange';
import { createWatch } from '../../../../src/exchange/create-watch';
import { Address, ShutOut } from '../../../../src/exchange/ccxt/lane/address';
import { startPaperExchange } from '../../../../src/paper';
import type { PaperExchange } from '../../../../src/paper';
import { closeOrder } from '../../support/close-order';

jest.setTimeout(30_000);

const BTC = 'BTC/USDT:USDT';

describe('an address', () => {
  test('lets nothing through while it is shut out, and everything afterwards', async () => {
    let nowMs = 0;
    const address = new Address(() => nowMs);
    address.shutOut(1_000);
    const request = jest.fn(() => Promise.resolve('answer'));
    await expect(address.pass(request)).rejects.toThrow(ShutOut);
    expect(request).not.toHaveBeenCalled();
    nowMs = 1_000;
    expect(await address.pass(request)).toBe('answer');
  });

  test('is tried by one request alone, and those behind it do not leave when that one is turned away', async () => {
    const address = new Address(() => 0);
    const scout = jest.fn(() => Promise.resolve().then(() => address.shutOut(1_000)));
    const other = jest.fn(() => Promise.resolve());
    const outcomes = await Promise.allSettled([address.pass(scout), address.pass(other), address.pass(other)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect([scout, other].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
  });

  test('whose first request gets no answer is tried by the others', async () => {
    const address = new Address(() => 0);
    const outcomes = await Promise.allSettled([
      address.pass(() => Promise.reject(new Error('cut'))),
      address.pass(() => Promise.resolve('answer')),
    ]);
    expect(outcomes[1]).toEqual({ status: 'fulfilled', value: 'answer' });
  });
});

describe('a ban, at the venue', () => {
  let paper: PaperExchange;
  beforeEach(async () => (paper = await startPaperExchange({ port: 0, symbols: 2 })));
  afterEach(() => paper.stop());

  const keys = { apiKey: 'paper-key', secret: 'paper-secret' };
  const options = () => ({ venue: 'paper', paperUrl: paper.url, ...keys }) as const;
  const ban = () =>
    fetch(`${paper.url}/paper/events`, { method: 'POST', body: JSON.stringify({ kind: 'ban', minutes: 2 }) });
  const arrived = async (): Promise<string[]> => {
    const rows = (await (await fetch(`${paper.url}/paper/audit?kind=request`)).json()) as { path: string }[];
    return rows.map(({ path }) => path);
  };

  test('a process that runs learns of it by one request, and sends nothing more on any path', async () => {
    const [exchange, watch] = [createExchange(options()), createWatch(options())];
    await Promise.all([exchange.connect(), watch.connect()]);
    await ban();
    const before = (await arrived()).length;
    await expect(exchange.listPositions()).rejects.toThrow('banned');

    const order = closeOrder({ clientOrderId: 'close1', quantity: '1' });
    expect(await exchange.submit(order, exchange.venueNowMs())).toMatchObject({
      kind: 'notSent',
      trouble: { type: 'VenueThrottled' },
    });
    const resting = { symbol: BTC, book: 'regular', orderId: '1', clientOrderId: 'x', type: 'LIMIT' } as const;
    const rest = { side: 'sell', quantity: '1', price: '1', leg: null, reduceOnly: true } as const;
    const paths = [
      exchange.listPositions(),
      exchange.listResting(BTC),
      exchange.findOrder(BTC, 'close1'),
      exchange.readVenueTimeMs(),
      exchange.cancel({ ...resting, ...rest }),
      watch.listPositions(),
      watch.listMarkPrices(),
      watch.openListenKey(),
      createExchange(options()).connect(),
    ];
    const outcomes = await Promise.allSettled(paths);
    expect(outcomes.map(({ status }) => status)).toEqual(paths.map(() => 'rejected'));
    expect((await arrived()).length).toBe(before + 1);
  });

  test('a process that starts meanwhile learns of it by its first request', async () => {
    await ban();
    const before = (await arrived()).length;
    const starts = [createExchange(options()).connect(), createWatch(options()).connect()];
    expect((await Promise.allSettled(starts)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await arrived()).length).toBe(before + 1);
  });
});
