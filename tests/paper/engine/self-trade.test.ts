import { Account } from '../support/account';

/** An offer in the spread, where nobody has a better price. */
const offer = {
  side: 'SELL',
  type: 'LIMIT',
  timeInForce: 'GTC',
  quantity: '1',
  price: '60000',
  newClientOrderId: 'own',
};
const buy = (mode: string, more: Record<string, string> = {}) => ({
  side: 'BUY',
  quantity: '2',
  newClientOrderId: 'taker',
  selfTradePreventionMode: mode,
  ...more,
});
const met = (mode: string, more: Record<string, string> = {}) => {
  const account = new Account();
  account.order(offer);
  account.order(buy(mode, more));
  return account;
};

describe('an order that meets one of the same account', () => {
  test.each([
    ['EXPIRE_MAKER', 'EXPIRED_IN_MATCH', 'FILLED', ['60000.1'], '2.000'],
    ['EXPIRE_TAKER', 'NEW', 'EXPIRED_IN_MATCH', [], 'flat with an order'],
    ['EXPIRE_BOTH', 'EXPIRED_IN_MATCH', 'EXPIRED_IN_MATCH', [], 'none'],
    ['NONE', 'FILLED', 'FILLED', ['60000', '60000', '60000.1'], '1.000'],
  ])('%s: the resting one is %s, the taking one %s', (mode, own, taker, prices, position) => {
    const account = met(mode);
    expect([account.find('own').status, account.find('taker').status]).toEqual([own, taker]);
    expect(account.executions().map(({ price }) => price)).toEqual(prices);
    expect(account.position()).toBe(position === 'flat with an order' ? '0.000' : position);
  });

  test.each([
    ['EXPIRE_BOTH', {}, [1, 3]],
    ['EXPIRE_BOTH', { type: 'LIMIT', timeInForce: 'GTC', price: '60001' }, [1, 1]],
    ['EXPIRE_TAKER', { type: 'LIMIT', timeInForce: 'IOC', price: '60001' }, [3]],
  ])('%s %o says why in the journal', (mode, more, expiries) => {
    const lines = met(mode, more).lines.filter((line) => line.kind === 'order' && line.status === 'EXPIRED_IN_MATCH');
    expect(lines.map((line) => line.kind === 'order' && line.expiry)).toEqual(expiries);
  });

  test('takes from the market first when the market is better', () => {
    const account = new Account();
    account.order({ ...offer, price: '60000.2' });
    expect(account.order(buy('EXPIRE_TAKER')).status).toBe('FILLED');
    expect(account.find('own').status).toBe('NEW');
  });

  test('without a word of its own goes by the setting of the exchange', () => {
    const account = new Account({ settings: { selfTrade: 'EXPIRE_TAKER' } });
    account.order(offer);
    expect(account.order({ side: 'BUY', quantity: '1' })).toMatchObject({
      status: 'EXPIRED_IN_MATCH',
      selfTradePreventionMode: 'EXPIRE_TAKER',
    });
  });

  test('pays both fees and makes no profit out of itself', () => {
    const account = new Account();
    account.order(offer);
    account.order(buy('NONE', { quantity: '1' }));
    expect(account.executions().map(({ maker, realizedPnl }) => [maker, realizedPnl])).toEqual([
      [true, '0'],
      [false, '0'],
    ]);
    expect(account.world.wallet.toFixed()).toBe('999958');
    expect(account.position()).toBe('none');
  });
});
