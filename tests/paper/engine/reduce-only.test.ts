import { Account } from '../support/account';
import type { Settings } from '../../../src/paper/engine/settings';

const sell = (quantity: string, name = 'close') => ({
  side: 'SELL',
  quantity,
  reduceOnly: 'true',
  newClientOrderId: name,
});
const offer = (quantity: string, price: string, name: string) => ({
  ...sell(quantity, name),
  type: 'LIMIT',
  timeInForce: 'GTC',
  price,
});
const long = (settings: Partial<Settings> = {}, quantity = '1') => {
  const account = new Account({ settings });
  account.put(quantity);
  return account;
};

describe('a reduce-only order larger than the position', () => {
  test('fills what is there and expires the rest', () => {
    const account = long();
    expect(account.order(sell('1.5'))).toMatchObject({ status: 'EXPIRED', origQty: '1.500', executedQty: '1.000' });
    expect(account.position()).toBe('none');
  });

  test('expires whole, or is refused, where the exchange is set so', () => {
    const expiring = long({ reduceOnlyExcess: 'expire' });
    expect(expiring.order(sell('1.5'))).toMatchObject({ status: 'EXPIRED', executedQty: '0.000' });
    expect(expiring.position()).toBe('1.000');
    expect(long({ reduceOnlyExcess: 'reject' }).orderCode(sell('1.5'))).toBe(-2022);
  });

  test('rests cut to the size of the position', () => {
    expect(long().order(offer('1.5', '61000', 'tp'))).toMatchObject({ status: 'NEW', origQty: '1.000' });
  });
});

describe('resting reduce-only orders', () => {
  test.each([
    ['reject-2022', -2022],
    ['reject-4118', -4118],
    ['knock-out', 0],
  ] as [Settings['restingClaims'], number][])('that claim the whole position: %s', (restingClaims, code) => {
    const account = long({ restingClaims });
    account.order(offer('1', '61000', 'tp'));
    expect(account.orderCode(sell('1'))).toBe(code);
    expect(account.find('tp').status).toBe(code === 0 ? 'EXPIRED' : 'NEW');
    expect(account.position()).toBe(code === 0 ? 'none' : '1.000');
  });

  test('leave room for what they do not claim', () => {
    const account = long();
    account.order(offer('0.4', '61000', 'tp'));
    expect(account.orderCode(sell('0.7'))).toBe(-2022);
    expect(account.orderCode(sell('0.6'))).toBe(0);
    expect(account.find('tp')).toMatchObject({ status: 'NEW', origQty: '0.400' });
  });

  test('give way again once they are cancelled', () => {
    const account = long();
    account.order(offer('1', '61000', 'tp'));
    account.call('DELETE /fapi/v1/order', { symbol: 'BTCUSDT', origClientOrderId: 'tp' });
    expect(account.orderCode(sell('1'))).toBe(0);
  });

  test('shrink, the worst price first, when the position shrinks by another order', () => {
    const account = long();
    account.order(offer('0.5', '61000', 'near'));
    account.order(offer('0.5', '62000', 'far'));
    account.order({ side: 'SELL', quantity: '0.7' });
    expect(account.find('near')).toMatchObject({ status: 'NEW', origQty: '0.300' });
    expect(account.find('far')).toMatchObject({ status: 'EXPIRED', executedQty: '0.000' });
  });

  test('are knocked out when the position turns over', () => {
    const account = long();
    account.order(offer('1', '61000', 'tp'));
    account.order({ side: 'SELL', quantity: '3' });
    expect(account.find('tp').status).toBe('EXPIRED');
    expect(account.position()).toBe('-2.000');
  });

  test('are not spared from MIN_NOTIONAL by luck: below it, only reduce-only passes', () => {
    const account = long();
    expect(account.orderCode({ side: 'SELL', quantity: '0.001' })).toBe(-4164);
    expect(account.orderCode(sell('0.001'))).toBe(0);
  });
});

describe('hedge mode', () => {
  const hedged = (settings: Partial<Settings> = {}) => {
    const account = new Account({ mode: 'hedge', settings });
    account.put('1', 'LONG');
    account.put('-2', 'SHORT');
    return account;
  };

  test('an order must name its leg, and may not say reduceOnly', () => {
    expect(hedged().orderCode({ side: 'SELL', quantity: '1' })).toBe(-4061);
    expect(hedged().orderCode({ side: 'SELL', quantity: '1', positionSide: 'LONG', reduceOnly: 'true' })).toBe(-1106);
  });

  test('closing one leg leaves the other', () => {
    const account = hedged();
    account.order({ side: 'SELL', quantity: '1', positionSide: 'LONG' });
    expect([account.position('LONG'), account.position('SHORT')]).toEqual(['none', '-2.000']);
  });

  test('closing more than the leg is refused, or clipped where the exchange is set so; it never turns the leg over', () => {
    expect(hedged().orderCode({ side: 'BUY', quantity: '3', positionSide: 'SHORT' })).toBe(-2022);
    const clipping = hedged({ hedgeExcess: 'clip' });
    expect(clipping.order({ side: 'BUY', quantity: '3', positionSide: 'SHORT' })).toMatchObject({
      status: 'EXPIRED',
      executedQty: '2.000',
    });
    expect(clipping.position('SHORT')).toBe('none');
  });

  test('a sub-minimum closing order passes, or not, as the exchange is set', () => {
    const tiny = { side: 'SELL', quantity: '0.001', positionSide: 'LONG' };
    expect(hedged().orderCode(tiny)).toBe(0);
    expect(hedged({ hedgeMinNotional: 'enforced' }).orderCode(tiny)).toBe(-4164);
  });

  test('v2 shows every leg, v3 only those in use', () => {
    const account = hedged();
    account.order({ side: 'SELL', quantity: '1', positionSide: 'LONG' });
    expect(account.call('GET /fapi/v2/positionRisk', { symbol: 'BTCUSDT' })).toMatchObject([
      { positionAmt: '0.000' },
      { positionAmt: '-2.000' },
    ]);
    expect(account.call('GET /fapi/v3/positionRisk')).toHaveLength(1);
  });
});

describe('changing the mode', () => {
  const change = (account: Account, dual: string) =>
    account.code('POST /fapi/v1/positionSide/dual', { dualSidePosition: dual });

  test('is refused when it changes nothing, with a position, and with open orders', () => {
    expect(change(new Account(), 'false')).toBe(-4059);
    expect(change(long(), 'true')).toBe(-4068);
    const account = new Account();
    account.order({ side: 'BUY', type: 'LIMIT', timeInForce: 'GTC', quantity: '1', price: '59000' });
    expect(change(account, 'true')).toBe(-4067);
  });

  test('is done while nothing is open', () => {
    const account = new Account();
    expect(change(account, 'true')).toBe(0);
    expect(account.call('GET /fapi/v1/positionSide/dual')).toEqual({ dualSidePosition: true });
  });
});
