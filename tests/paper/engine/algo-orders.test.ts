import { Account } from '../support/account';

const stop = (more: Record<string, string> = {}) => ({
  symbol: 'BTCUSDT',
  side: 'SELL',
  algoType: 'CONDITIONAL',
  type: 'STOP_MARKET',
  triggerPrice: '58000',
  quantity: '1',
  reduceOnly: 'true',
  clientAlgoId: 'sl',
  ...more,
});
const whole = (more: Record<string, string> = {}) =>
  stop({ quantity: '', reduceOnly: '', closePosition: 'true', ...more });
const POST = 'POST /fapi/v1/algoOrder';
const long = () => {
  const account = new Account();
  account.put('1');
  return account;
};
const status = (account: Account, clientAlgoId = 'sl') =>
  account.call<{ algoStatus: string; actualOrderId: string }>('GET /fapi/v1/algoOrder', { clientAlgoId });

describe('a conditional order', () => {
  test.each([
    ['without algoType', stop({ algoType: '' }), -1102],
    ['without trigger', stop({ triggerPrice: '' }), -1102],
    ['with a trigger between ticks', stop({ triggerPrice: '58000.05' }), -4014],
    ['that would trigger at once', stop({ triggerPrice: '60000' }), -2021],
    ['of a kind that is none', stop({ type: 'MARKET' }), -1116],
    ['closePosition with a quantity', whole({ quantity: '1' }), -4137],
    ['closePosition with reduceOnly', whole({ reduceOnly: 'true' }), -1106],
    ['on a leg in one-way mode', stop({ positionSide: 'LONG' }), -4061],
  ] as [string, Record<string, string>, number][])('%s is refused', (_name, params, code) => {
    expect(long().code(POST, params)).toBe(code);
  });

  test.each([
    ['SELL', 'STOP_MARKET', '58000', '57999'],
    ['SELL', 'TAKE_PROFIT_MARKET', '62000', '62001'],
    ['BUY', 'STOP_MARKET', '62000', '62001'],
    ['BUY', 'TAKE_PROFIT_MARKET', '58000', '57999'],
  ])('%s %s at %s triggers when the mark gets there', (side, type, triggerPrice, mark) => {
    const account = new Account();
    account.put(side === 'SELL' ? '1' : '-1');
    account.call(POST, stop({ side, type, triggerPrice }));
    account.price('60500');
    expect(status(account).algoStatus).toBe('NEW');
    account.price(mark);
    expect(account.position()).toBe('none');
    const { algoStatus, actualOrderId } = status(account);
    expect(algoStatus).toBe('FINISHED');
    expect(account.executions()).toMatchObject([{ origin: 'algo', orderId: Number(actualOrderId) }]);
  });

  test('with closePosition ends when its position is gone; a plain reduce-only one stays', () => {
    const account = long();
    account.call(POST, stop());
    account.call(POST, whole({ clientAlgoId: 'whole' }));
    account.order({ side: 'SELL', quantity: '1', reduceOnly: 'true' });
    expect(status(account, 'whole').algoStatus).toBe('EXPIRED');
    expect(account.call('GET /fapi/v1/openAlgoOrders', { symbol: 'BTCUSDT' })).toMatchObject([{ clientAlgoId: 'sl' }]);
  });

  test('that triggers with nothing to reduce ends as rejected, and trades nothing', () => {
    const account = new Account();
    account.call(POST, stop());
    account.price('57000');
    expect(status(account)).toMatchObject({ algoStatus: 'REJECTED', failReason: 'ReduceOnly Order is rejected.' });
    expect(account.executions()).toEqual([]);
  });

  test('without reduceOnly opens a new position when it outlives its own', () => {
    const account = new Account();
    account.call(POST, stop({ reduceOnly: '' }));
    account.price('57000');
    expect(account.position()).toBe('-1.000');
  });

  test('keeps its name while open; cancelling frees it, and cancelling again finds nothing', () => {
    const account = long();
    account.call(POST, stop());
    expect(account.code(POST, stop())).toBe(-4116);
    expect(account.call('DELETE /fapi/v1/algoOrder', { clientAlgoId: 'sl' })).toMatchObject({
      code: '200',
      clientAlgoId: 'sl',
    });
    expect(account.code('DELETE /fapi/v1/algoOrder', { clientAlgoId: 'sl' })).toBe(-2011);
    expect(account.code(POST, stop())).toBe(0);
  });

  test('only one closePosition order of a kind may wait in a direction', () => {
    const account = long();
    account.call(POST, whole());
    expect(account.code(POST, whole({ clientAlgoId: 'second' }))).toBe(-4130);
    expect(account.code(POST, whole({ clientAlgoId: 'tp', type: 'TAKE_PROFIT_MARKET', triggerPrice: '65000' }))).toBe(
      0,
    );
  });

  test('is left alone when all ordinary orders are cancelled, and the other way round', () => {
    const account = long();
    account.call(POST, stop());
    account.order({
      side: 'SELL',
      type: 'LIMIT',
      timeInForce: 'GTC',
      quantity: '0.5',
      price: '61000',
      reduceOnly: 'true',
    });
    account.call('DELETE /fapi/v1/allOpenOrders', { symbol: 'BTCUSDT' });
    expect(status(account).algoStatus).toBe('NEW');
    account.order({
      side: 'SELL',
      type: 'LIMIT',
      timeInForce: 'GTC',
      quantity: '0.5',
      price: '61000',
      reduceOnly: 'true',
    });
    account.call('DELETE /fapi/v1/algoOpenOrders', { symbol: 'BTCUSDT' });
    expect(status(account).algoStatus).toBe('CANCELED');
    expect(account.call('GET /fapi/v1/openOrders', { symbol: 'BTCUSDT' })).toHaveLength(1);
  });
});
