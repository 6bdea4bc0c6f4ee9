import { Account } from '../support/account';

interface Depth {
  readonly bids: [string, string][];
  readonly asks: [string, string][];
}
const depth = (account: Account, limit = '10') =>
  account.call<Depth>('GET /fapi/v1/depth', { symbol: 'BTCUSDT', limit });
const asks = (account: Account) => depth(account).asks.map(([, quantity]) => Number(quantity));
const total = (quantities: number[]) => quantities.reduce((sum, one) => sum + one, 0);
const buy = (quantity: string, more: Record<string, string> = {}) => ({ side: 'BUY', quantity, ...more });
const thin = (shape: Parameters<Account['thin']>[0] = {}) => {
  const account = new Account({ settings: { orderAnswer: 'with-average' } });
  account.thin(shape);
  return account;
};

describe('a deep book', () => {
  test('shows and gives the largest order at the best price, again and again', () => {
    const account = new Account({ balance: '100000000' });
    expect(Number(depth(account).asks[0]![1])).toBeGreaterThanOrEqual(1000);
    for (let sent = 0; sent < 30; sent += 1) account.order(buy('120'));
    expect(new Set(account.executions().map(({ price }) => price))).toEqual(new Set(['60000.1']));
  });
});

describe('a thin book', () => {
  test('shows what it holds, best first, gap after gap', () => {
    expect(depth(thin()).asks.map(([price]) => price)).toEqual([
      '60000.10',
      '60001.10',
      '60002.10',
      '60003.10',
      '60004.10',
    ]);
    expect(depth(thin()).bids.map(([price]) => price)).toEqual([
      '59999.90',
      '59998.90',
      '59997.90',
      '59996.90',
      '59995.90',
    ]);
    for (const quantity of asks(thin())) expect(quantity > 0 && quantity < 2).toBe(true);
  });

  test('is walked by a market order: one fill per level, worse and worse, and what was taken is missing after', () => {
    const account = thin();
    const [first, second, ...others] = asks(account);
    const wanted = (first! + second! / 2).toFixed(3);
    expect(account.order(buy(wanted))).toMatchObject({ status: 'FILLED' });
    expect(account.executions().map(({ price, quantity }) => [price, Number(quantity)])).toEqual([
      ['60000.1', first],
      ['60001.1', Number((Number(wanted) - first!).toFixed(3))],
    ]);
    expect(asks(account)).toEqual([Number((first! + second! - Number(wanted)).toFixed(3)), ...others]);
  });

  test('fills a market order as far as it goes; the rest expires with reason 9', () => {
    const account = thin();
    const all = total(asks(account)).toFixed(3);
    expect(account.order(buy('50'))).toMatchObject({ status: 'EXPIRED', executedQty: all });
    expect(account.lines.at(-1)).toMatchObject({ kind: 'order', status: 'EXPIRED', expiry: 9 });
    expect(depth(account).asks).toEqual([]);
    expect(account.call('GET /fapi/v1/ticker/bookTicker', { symbol: 'BTCUSDT' })).toMatchObject({
      askPrice: '0',
      askQty: '0',
    });
    expect(account.order(buy('1'))).toMatchObject({ status: 'EXPIRED', executedQty: '0.000' });
  });

  test('grows back over time, by the seed, and no further than it was', () => {
    const grown = (seed: number, waits: number): number[] => {
      const account = new Account({ seed });
      account.thin();
      account.order(buy('50'));
      for (let slot = 0; slot < waits; slot += 1) account.wait(1000);
      return asks(account);
    };
    const whole = asks(thin());
    expect(total(grown(1, 1))).toBeGreaterThan(0);
    expect(total(grown(1, 1))).toBeLessThan(total(whole));
    expect(grown(1, 1)).toEqual(grown(1, 1));
    expect(grown(1, 1)).not.toEqual(grown(2, 1));
    expect(grown(1, 100)).toEqual(whole);
  });

  test('is not walked beyond what exchangeInfo calls marketTakeBound', () => {
    const account = thin({ gapTicks: 10_000 });
    account.order(buy('50'));
    expect(account.executions().map(({ price }) => price)).toEqual(['60000.1', '61000.1', '62000.1']);
  });

  test.each([
    ['GTC', 'PARTIALLY_FILLED'],
    ['IOC', 'EXPIRED'],
  ])('a limit order takes up to its price: %s', (timeInForce, status) => {
    const account = thin();
    const [first, second] = asks(account);
    const limit = buy('10', { type: 'LIMIT', timeInForce, price: '60001.1', newClientOrderId: 'a' });
    account.order(limit);
    expect(account.find('a')).toMatchObject({ status, executedQty: (first! + second!).toFixed(3) });
  });

  test('FOK counts all levels up to its price, and no further', () => {
    const [first, second] = asks(thin());
    const code = (quantity: number) =>
      thin().orderCode(buy(quantity.toFixed(3), { type: 'LIMIT', timeInForce: 'FOK', price: '60001.1' }));
    expect(code(first! + second!)).toBe(0);
    expect(code(first! + second! + 0.001)).toBe(-5021);
  });

  test('a resting order that is only touched fills by what a level holds; when the price passes, wholly', () => {
    const account = thin();
    account.order({
      side: 'SELL',
      type: 'LIMIT',
      timeInForce: 'GTC',
      quantity: '100',
      price: '60500',
      newClientOrderId: 'a',
    });
    account.price('60500');
    expect(account.find('a').status).toBe('PARTIALLY_FILLED');
    account.price('60500.1');
    expect(account.find('a').status).toBe('FILLED');
  });

  test("shows the account's own orders too", () => {
    const account = thin();
    account.order({ side: 'SELL', type: 'LIMIT', timeInForce: 'GTC', quantity: '7', price: '60000' });
    expect(depth(account).asks[0]).toEqual(['60000.00', '7.000']);
  });

  test('a reduce-only order walks it no further than its position', () => {
    const account = thin();
    account.put('-1.5');
    account.order(buy('50', { reduceOnly: 'true' }));
    expect(account.position()).toBe('none');
    expect(account.executions().length).toBeGreaterThan(1);
  });

  test.each([
    ['OPPONENT', '60000.10'],
    ['OPPONENT_5', '60004.10'],
    ['QUEUE', '59999.90'],
    ['QUEUE_5', '59995.90'],
  ])('priceMatch %s names the price %s', (priceMatch, price) => {
    const limit = buy('0.01', { type: 'LIMIT', timeInForce: 'GTC', priceMatch });
    expect(thin().order(limit)).toMatchObject({ price, priceMatch });
  });
});
