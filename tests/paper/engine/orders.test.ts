import { amount } from '../../../src/paper/engine/decimal';
import { Account } from '../support/account';

const bid = (price: string, more: Record<string, string> = {}) => ({
  side: 'BUY',
  type: 'LIMIT',
  timeInForce: 'GTC',
  quantity: '1',
  price,
  ...more,
});

describe('an order', () => {
  test('at market fills one tick beyond the mark, on either side', () => {
    const account = new Account({ settings: { orderAnswer: 'with-average' } });
    expect(account.order({ side: 'BUY', quantity: '1' })).toMatchObject({ status: 'FILLED', avgPrice: '60000.10' });
    expect(account.order({ side: 'SELL', quantity: '1' })).toMatchObject({
      status: 'FILLED',
      avgPrice: '59999.90',
      cumQuote: '59999.90000',
    });
  });

  test('is answered without average unless the exchange is set so; the look-up always has it', () => {
    const account = new Account();
    const answer = account.order({ side: 'BUY', quantity: '1', newClientOrderId: 'a' });
    expect(answer).not.toHaveProperty('avgPrice');
    expect(answer).not.toHaveProperty('cumQuote');
    expect(account.find('a')).toMatchObject({ avgPrice: '60000.10', cumQuote: '60000.10000', time: account.clock });
  });

  test('is only acknowledged as NEW without newOrderRespType=RESULT, though it has filled', () => {
    const account = new Account();
    expect(account.order({ side: 'BUY', quantity: '1', newOrderRespType: 'ACK', newClientOrderId: 'a' })).toMatchObject(
      { status: 'NEW', executedQty: '0.000' },
    );
    expect(account.find('a').status).toBe('FILLED');
  });

  test('that rests fills at its own price, as maker, when the mark gets there', () => {
    const account = new Account();
    account.order(bid('59000', { newClientOrderId: 'a' }));
    account.price('59000.1');
    expect(account.find('a').status).toBe('NEW');
    account.price('58500');
    expect(account.find('a')).toMatchObject({ status: 'FILLED', avgPrice: '59000.00' });
    expect(account.executions()).toMatchObject([{ maker: true, price: '59000', commission: '11.8' }]);
  });

  test('that is marketable takes at once; IOC ends what it cannot take', () => {
    const account = new Account();
    account.world.liquidity.set('BTCUSDT', amount('0.4'));
    account.order(bid('60100', { newClientOrderId: 'rests' }));
    expect(account.find('rests')).toMatchObject({
      status: 'PARTIALLY_FILLED',
      executedQty: '0.400',
      avgPrice: '60000.10',
    });
    expect(account.order(bid('60100', { timeInForce: 'IOC' }))).toMatchObject({
      status: 'EXPIRED',
      executedQty: '0.400',
    });
    expect(account.orderCode(bid('60100', { timeInForce: 'FOK' }))).toBe(-5021);
  });

  test('at market that finds too little fills partly and expires', () => {
    const account = new Account();
    account.put('1');
    account.world.liquidity.set('BTCUSDT', amount('0.3'));
    expect(account.order({ side: 'SELL', quantity: '1', reduceOnly: 'true' })).toMatchObject({
      status: 'EXPIRED',
      executedQty: '0.300',
    });
    expect(account.position()).toBe('0.700');
  });

  test('at market stays NEW for as long as the exchange is set to hold it, then fills at its own moment', () => {
    const account = new Account({ settings: { fillDelayMs: 500 } });
    account.put('1');
    expect(account.order({ side: 'SELL', quantity: '1', reduceOnly: 'true', newClientOrderId: 'a' }).status).toBe(
      'NEW',
    );
    account.clock += 499;
    expect(account.find('a').status).toBe('NEW');
    account.clock += 1000;
    expect(account.find('a')).toMatchObject({ status: 'FILLED', updateTime: account.clock - 999 });
    expect(account.position()).toBe('none');
  });

  test('keeps its name to itself while it is open, and no longer: then the same name executes again', () => {
    const account = new Account();
    account.order(bid('59000', { newClientOrderId: 'a' }));
    expect(account.orderCode({ side: 'BUY', quantity: '1', newClientOrderId: 'a' })).toBe(-4116);
    account.call('DELETE /fapi/v1/order', { symbol: 'BTCUSDT', origClientOrderId: 'a' });
    account.order({ side: 'BUY', quantity: '1', newClientOrderId: 'a' });
    account.order({ side: 'BUY', quantity: '2', newClientOrderId: 'a' });
    expect(account.position()).toBe('3.000');
    expect(account.find('a').origQty).toBe('2.000');
    account.world.settings = { ...account.world.settings, reusedIdLookup: 'oldest' };
    expect(account.find('a').status).toBe('CANCELED');
  });

  test('its trades carry fee and realised profit, and can be asked for by order', () => {
    const account = new Account();
    account.put('-2');
    account.price('50000');
    const { orderId } = account.order({ side: 'BUY', quantity: '0.5', reduceOnly: 'true' });
    account.order({ side: 'BUY', quantity: '0.5', reduceOnly: 'true' });
    const trades = account.call<unknown[]>('GET /fapi/v1/userTrades', { symbol: 'BTCUSDT', orderId: String(orderId) });
    expect(trades).toHaveLength(1);
    expect(trades[0]).toMatchObject({
      orderId,
      price: '50000.10',
      qty: '0.500',
      realizedPnl: '4999.95000000',
      commission: '12.50002500',
      maker: false,
      buyer: true,
    });
    expect(account.call('GET /fapi/v1/userTrades', { symbol: 'BTCUSDT' })).toHaveLength(2);
  });
});

describe('while look-ups lag', () => {
  const lagging = () => new Account({ settings: { visibilityDelayMs: 1000 } });

  test('a filled order is not found, its trade not listed, and the position still there', () => {
    const account = lagging();
    account.put('1');
    account.order({ side: 'SELL', quantity: '1', reduceOnly: 'true', newClientOrderId: 'a' });
    const find = () => account.code('GET /fapi/v1/order', { symbol: 'BTCUSDT', origClientOrderId: 'a' });
    const trades = () => account.call<unknown[]>('GET /fapi/v1/userTrades', { symbol: 'BTCUSDT' });
    account.clock += 999;
    expect([find(), trades().length, account.position()]).toEqual([-2013, 0, '1.000']);
    account.clock += 1;
    expect([find(), trades().length, account.position()]).toEqual([0, 1, 'none']);
  });

  test('an ended order is still listed as open, but cancelling it is refused: the matching engine does not lag', () => {
    const account = lagging();
    account.order(bid('59000', { newClientOrderId: 'a' }));
    const open = () => account.call<unknown[]>('GET /fapi/v1/openOrders', { symbol: 'BTCUSDT' });
    expect(open()).toHaveLength(0);
    account.clock += 1000;
    account.price('58000');
    expect(open()).toHaveLength(1);
    expect(account.code('DELETE /fapi/v1/order', { symbol: 'BTCUSDT', origClientOrderId: 'a' })).toBe(-2011);
    account.clock += 1000;
    expect(open()).toHaveLength(0);
  });
});

describe('the same seed and clock', () => {
  test('make the same world, answer for answer', () => {
    const run = (seed: number): string => {
      const account = new Account({ seed, symbols: 80 });
      const answers = [
        account.order({ side: 'BUY', quantity: '1' }),
        account.call('GET /fapi/v1/depth', { symbol: 'ETHUSDT', limit: '20' }),
        account.call('GET /fapi/v1/exchangeInfo'),
      ];
      return JSON.stringify([answers, account.lines]);
    };
    expect(run(7)).toBe(run(7));
    expect(run(7)).not.toBe(run(8));
  });
});
