import { Account } from '../support/account';

const POST = 'POST /fapi/v1/algoOrder';
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
const trailing = (more: Record<string, string> = {}) =>
  stop({ type: 'TRAILING_STOP_MARKET', triggerPrice: '', callbackRate: '1', ...more });
const long = (settings = {}) => {
  const account = new Account({ settings });
  account.put('1');
  return account;
};
const find = (account: Account) =>
  account.call<{ algoStatus: string; triggerPrice: string; actualOrderId: string }>('GET /fapi/v1/algoOrder', {
    clientAlgoId: 'sl',
  });
const lived = (account: Account) =>
  account.lines.filter((line) => line.kind === 'algo').map((line) => line.kind === 'algo' && line.status);

describe('a conditional order lives', () => {
  test('NEW, TRIGGERING, TRIGGERED, FINISHED when its order fills at once', () => {
    const account = long();
    account.call(POST, stop());
    account.price('57900');
    expect(lived(account)).toEqual(['NEW', 'TRIGGERING', 'TRIGGERED', 'FINISHED']);
    expect(find(account)).toMatchObject({ actualType: 'MARKET', actualQty: '1', actualPrice: '57899.90000' });
  });

  test('on as TRIGGERED for as long as its limit order rests, and finishes with it', () => {
    const account = long();
    account.call(POST, stop({ type: 'STOP', price: '58500' }));
    account.price('57900');
    expect(find(account).algoStatus).toBe('TRIGGERED');
    account.call('DELETE /fapi/v1/order', { symbol: 'BTCUSDT', orderId: find(account).actualOrderId });
    expect(find(account).algoStatus).toBe('FINISHED');
  });

  test('through a pause between trigger and order, in which it cannot be cancelled', () => {
    const account = long({ triggerDelayMs: 500 });
    account.call(POST, stop());
    account.price('57900');
    expect(find(account).algoStatus).toBe('TRIGGERING');
    expect(account.words('DELETE /fapi/v1/algoOrder', { clientAlgoId: 'sl' })).toEqual([
      -4117,
      'stop order is triggering',
    ]);
    account.wait(500);
    expect(find(account).algoStatus).toBe('FINISHED');
    expect(account.position()).toBe('none');
  });

  test('until it is REJECTED for want of margin, EXPIRED by its date, or CANCELED', () => {
    const poor = new Account({ balance: '1' });
    poor.call(POST, stop({ reduceOnly: '' }));
    poor.price('57000');
    expect(lived(poor)).toEqual(['NEW', 'TRIGGERING', 'REJECTED']);
    const dated = long();
    dated.call(POST, stop({ timeInForce: 'GTD', goodTillDate: String(dated.clock + 700_000) }));
    dated.wait(700_000);
    expect(lived(dated)).toEqual(['NEW', 'EXPIRED']);
    const cancelled = long();
    cancelled.call(POST, stop());
    cancelled.call('DELETE /fapi/v1/algoOrder', { clientAlgoId: 'sl' });
    expect(lived(cancelled)).toEqual(['NEW', 'CANCELED']);
  });

  test('on in allAlgoOrders when it has ended', () => {
    const account = long();
    account.call(POST, stop());
    account.price('57900');
    expect(account.call('GET /fapi/v1/openAlgoOrders', { symbol: 'BTCUSDT' })).toEqual([]);
    expect(account.call('GET /fapi/v1/allAlgoOrders', { symbol: 'BTCUSDT' })).toMatchObject([
      { clientAlgoId: 'sl', algoStatus: 'FINISHED' },
    ]);
    expect(account.call('GET /fapi/v1/allAlgoOrders', { symbol: 'ETHUSDT' })).toEqual([]);
  });
});

describe('a trailing stop', () => {
  test('follows a rising market and sells when it comes back by its rate', () => {
    const account = long();
    account.call(POST, trailing());
    account.price('62000');
    expect(find(account).triggerPrice).toBe('61380');
    account.price('61380.1');
    expect(find(account).algoStatus).toBe('NEW');
    account.price('61380');
    expect(find(account).algoStatus).toBe('FINISHED');
    expect(account.position()).toBe('none');
  });

  test('buys when a falling market turns', () => {
    const account = new Account();
    account.put('-1');
    account.call(POST, trailing({ side: 'BUY' }));
    account.price('58000');
    account.price('58579.9');
    expect(find(account).algoStatus).toBe('NEW');
    account.price('58580');
    expect(account.position()).toBe('none');
  });

  test('follows only from its activation price on', () => {
    const account = long();
    account.call(POST, trailing({ activatePrice: '61000' }));
    account.price('60900');
    account.price('55000');
    expect(find(account)).toMatchObject({
      algoStatus: 'NEW',
      triggerPrice: '0',
      activatePrice: '61000',
      callbackRate: '1',
    });
    account.price('61000');
    account.price('60390');
    expect(find(account).algoStatus).toBe('FINISHED');
  });
});
