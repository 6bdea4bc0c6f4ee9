import { Account } from '../support/account';

const limit = { type: 'LIMIT', timeInForce: 'GTC', side: 'BUY', quantity: '1', price: '59000' };

describe('an order the venue refuses', () => {
  test.each([
    ['unknown symbol', { symbol: 'NOPEUSDT', side: 'BUY', quantity: '1' }, -1121],
    ['no symbol', { symbol: '', side: 'BUY', quantity: '1' }, -1102],
    ['no side', { quantity: '1' }, -1102],
    ['a side that is none', { side: 'HOLD', quantity: '1' }, -1117],
    ['a type that is none', { side: 'BUY', quantity: '1', type: 'GUESS' }, -1116],
    ['a stop on the old endpoint', { side: 'SELL', quantity: '1', type: 'STOP_MARKET', stopPrice: '50000' }, -4120],
    ['a trailing stop on the old endpoint', { side: 'SELL', quantity: '1', type: 'TRAILING_STOP_MARKET' }, -4120],
    ['no quantity', { side: 'BUY' }, -1102],
    ['a quantity that is no number', { side: 'BUY', quantity: '1e3' }, -1100],
    ['zero quantity', { side: 'BUY', quantity: '0' }, -4003],
    ['negative quantity', { side: 'BUY', quantity: '-1' }, -4003],
    ['too many decimals', { side: 'BUY', quantity: '0.0011' }, -1111],
    ['less than the least lot', { symbol: '1000XECUSDT', side: 'BUY', quantity: '4' }, -4004],
    ['no multiple of the step', { symbol: '1000XECUSDT', side: 'BUY', quantity: '128' }, -4023],
    ['more than the largest market lot', { side: 'BUY', quantity: '120.001' }, -4005],
    ['more than the largest limit lot', { ...limit, quantity: '1000.001' }, -4005],
    ['less than the least notional', { side: 'BUY', quantity: '0.001' }, -4164],
    ['a price between ticks', { ...limit, price: '59000.05' }, -4014],
    ['a price with too many decimals', { ...limit, price: '59000.005' }, -1111],
    ['a price of zero', { ...limit, price: '0' }, -4001],
    ['a price beyond the highest', { ...limit, price: '6000000.1' }, -4002],
    ['a bid far above the mark', { ...limit, price: '63000.1' }, -4016],
    ['an offer far below the mark', { ...limit, side: 'SELL', price: '56999.9' }, -4024],
    ['a limit without time in force', { ...limit, timeInForce: '' }, -1102],
    ['a time in force that is none', { ...limit, timeInForce: 'FOREVER' }, -1115],
    ['a market order with a price', { side: 'BUY', quantity: '1', price: '60000' }, -1106],
    ['a market order with time in force', { side: 'BUY', quantity: '1', timeInForce: 'GTC' }, -1106],
    ['a post-only bid that would take', { ...limit, timeInForce: 'GTX', price: '60100' }, -5022],
    ['a fill-or-kill that cannot fill', { ...limit, timeInForce: 'FOK' }, -5021],
    ['a client id of 37 characters', { side: 'BUY', quantity: '1', newClientOrderId: 'a'.repeat(37) }, -4015],
    ['a client id with a blank', { side: 'BUY', quantity: '1', newClientOrderId: 'a b' }, -4015],
    ['more than the margin allows', { side: 'BUY', quantity: '120' }, 0],
    ['a leg in one-way mode', { side: 'BUY', quantity: '1', positionSide: 'LONG' }, -4061],
    ['reduce-only with nothing to reduce', { side: 'SELL', quantity: '1', reduceOnly: 'true' }, -2022],
    ['reduceOnly that is no flag', { side: 'SELL', quantity: '1', reduceOnly: 'constructor' }, -1130],
  ] as [string, Record<string, string>, number][])('%s', (_name, params, code) => {
    const account = new Account();
    expect(account.orderCode(params)).toBe(code);
    expect(account.executions()).toHaveLength(code === 0 ? 1 : 0);
  });

  test('an order beyond the margin is refused, and the same order reducing is not asked', () => {
    const poor = new Account({ balance: '100' });
    poor.put('-1');
    expect(poor.orderCode({ side: 'SELL', quantity: '1' })).toBe(-2019);
    expect(poor.orderCode({ side: 'BUY', quantity: '1', reduceOnly: 'true' })).toBe(0);
    expect(poor.position()).toBe('none');
  });

  test('refusals say so in the words of the documentation', () => {
    const refusalOf = (params: Record<string, string>) => () => new Account().order(params);
    expect(refusalOf({ side: 'SELL', quantity: '1', reduceOnly: 'true' })).toThrow('ReduceOnly Order is rejected.');
    expect(refusalOf({ side: 'BUY', quantity: '0.001' })).toThrow(
      "Order's notional must be no smaller than 100 (unless you choose reduce only).",
    );
    expect(refusalOf({ side: 'BUY' })).toThrow(
      "Mandatory parameter 'quantity' was not sent, was empty/null, or malformed.",
    );
    expect(() =>
      new Account({ mode: 'hedge' }).order({ side: 'SELL', quantity: '1', positionSide: 'LONG', reduceOnly: 'true' }),
    ).toThrow("Parameter 'reduceonly' sent when not required.");
  });

  test.each([
    ['no id', 'GET', {}, -1102],
    ['unknown, looked up', 'GET', { origClientOrderId: 'x' }, -2013],
    ['unknown, cancelled', 'DELETE', { orderId: '5' }, -2011],
  ] as [string, string, Record<string, string>, number][])('a look-up: %s', (_name, method, params, code) => {
    expect(new Account().code(`${method} /fapi/v1/order`, { symbol: 'BTCUSDT', ...params })).toBe(code);
  });
});
