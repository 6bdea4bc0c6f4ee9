import { Account } from '../support/account';

const bid = { side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: '1', price: '59000', newClientOrderId: 'a' };
const resting = (more: Record<string, string> = {}, account = new Account()) => {
  account.order({ ...bid, ...more });
  return account;
};
const modify = (account: Account, quantity: string, price: string, side = 'BUY') =>
  account.call('PUT /fapi/v1/order', { symbol: 'BTCUSDT', origClientOrderId: 'a', side, quantity, price });

describe('modifying an order', () => {
  test('gives it a new quantity and price, and keeps its number and name', () => {
    const account = resting();
    const { orderId } = account.find('a');
    expect(modify(account, '2', '58000')).toMatchObject({
      orderId,
      status: 'NEW',
      origQty: '2.000',
      price: '58000.00',
    });
    account.price('58500');
    expect(account.find('a').status).toBe('NEW');
    account.price('58000');
    expect(account.find('a')).toMatchObject({ orderId, status: 'FILLED', executedQty: '2.000' });
  });

  test('to a price that takes, takes', () => {
    const account = resting();
    expect(modify(account, '1', '60100')).toMatchObject({ status: 'FILLED', executedQty: '1.000' });
  });

  test.each([
    ['a post-only order to a price that takes', { timeInForce: 'GTX' }, '1', '60100'],
    ['a partly filled one to no more than it has filled', {}, '0.4', '59500'],
  ])('%s cancels it', (_name, more, quantity, price) => {
    const account = resting(more);
    if (quantity === '0.4') {
      account.world.liquidity.set('BTCUSDT', account.world.rules.get('BTCUSDT')!.step.times(400));
      account.price('59000');
      account.price('60000');
    }
    expect(modify(account, quantity, price)).toMatchObject({ status: 'CANCELED' });
  });

  test('of a reduce-only order counts anew what is left to reduce', () => {
    const account = new Account();
    account.put('1');
    account.order({ ...bid, side: 'SELL', price: '61000', reduceOnly: 'true' });
    expect(modify(account, '3', '61000', 'SELL')).toMatchObject({ origQty: '1.000' });
  });

  test('beyond the margin is refused and leaves the order as it was', () => {
    const account = resting({}, new Account({ balance: '10000' }));
    const before = account.find('a');
    expect(() => modify(account, '10', '59000')).toThrow('Margin is insufficient.');
    expect(account.find('a')).toEqual(before);
  });
});

describe('a batch', () => {
  const order = (more: Record<string, unknown>) => ({ symbol: 'BTCUSDT', ...bid, ...more });

  test('places what it can; each refusal stands for itself', () => {
    const account = new Account();
    const batchOrders = JSON.stringify([
      order({ newClientOrderId: 'x', quantity: 1 }),
      order({ newClientOrderId: 'x' }),
      order({ newClientOrderId: 'y', price: 57000.5 }),
    ]);
    expect(account.call('POST /fapi/v1/batchOrders', { batchOrders })).toMatchObject([
      { clientOrderId: 'x', status: 'NEW' },
      { code: -4116, msg: 'ClientOrderId is duplicated.' },
      { clientOrderId: 'y', status: 'NEW', price: '57000.50' },
    ]);
  });

  test('modifies and cancels by number or by name', () => {
    const account = new Account();
    const orders = ['x', 'y', 'z'].map((newClientOrderId) =>
      account.order(order({ newClientOrderId }) as Record<string, string>),
    );
    const change = { symbol: 'BTCUSDT', orderId: orders[0]!.orderId, side: 'BUY', quantity: '1', price: '58000' };
    expect(account.call('PUT /fapi/v1/batchOrders', { batchOrders: JSON.stringify([change]) })).toMatchObject([
      { clientOrderId: 'x', price: '58000.00' },
    ]);
    const cancel = (list: Record<string, string>) =>
      account.call('DELETE /fapi/v1/batchOrders', { symbol: 'BTCUSDT', ...list });
    expect(cancel({ orderIdList: JSON.stringify([orders[0]!.orderId, 5]) })).toMatchObject([
      { clientOrderId: 'x', status: 'CANCELED' },
      { code: -2011 },
    ]);
    expect(cancel({ origClientOrderIdList: '["y","z"]' })).toMatchObject([
      { clientOrderId: 'y' },
      { clientOrderId: 'z' },
    ]);
    expect(account.call('GET /fapi/v1/openOrders')).toEqual([]);
  });

  test('order/test checks everything and leaves nothing behind', () => {
    const account = new Account();
    const test = (more: Record<string, string>) => account.words('POST /fapi/v1/order/test', order(more));
    expect(test({})).toEqual([0, 'accepted']);
    expect(test({ price: '63001' })[0]).toBe(-4016);
    expect(account.lines).toEqual([]);
    expect(account.call('GET /fapi/v1/openOrders')).toEqual([]);
  });
});
