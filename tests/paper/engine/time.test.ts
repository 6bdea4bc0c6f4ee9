import { text } from '../../../src/paper/engine/decimal';
import { Account } from '../support/account';

const DAY = 24 * 60 * 60 * 1000;
const bid = (more: Record<string, string> = {}) => ({
  side: 'BUY',
  type: 'LIMIT',
  timeInForce: 'GTC',
  quantity: '1',
  price: '59000',
  newClientOrderId: 'a',
  ...more,
});
const cancel = (account: Account) =>
  account.call('DELETE /fapi/v1/order', { symbol: 'BTCUSDT', origClientOrderId: 'a' });
const found = (account: Account) => account.code('GET /fapi/v1/order', { symbol: 'BTCUSDT', origClientOrderId: 'a' });

describe('with time', () => {
  test('what is due happens at its own moment, in order, however late somebody looks', () => {
    const account = new Account();
    const seen: [string, number][] = [];
    const note = (name: string) => () => void seen.push([name, account.world.now() - start]);
    const start = account.clock;
    account.world.agenda.plan(start + 20, note('second'));
    account.world.agenda.plan(start + 10, note('first'));
    account.world.agenda.plan(start + 20, note('third'));
    const gone = account.world.agenda.plan(start + 15, note('never'));
    account.world.agenda.cancel(gone);
    account.wait(500);
    expect(seen).toEqual([
      ['first', 10],
      ['second', 20],
      ['third', 20],
    ]);
    expect(account.world.now()).toBe(start + 500);
  });

  test('a GTD order ends on its date, in whole seconds', () => {
    const account = new Account();
    const date = account.clock + 700_999;
    expect(account.order(bid({ timeInForce: 'GTD', goodTillDate: String(date) }))).toMatchObject({
      goodTillDate: date - 999,
    });
    account.wait(699_999);
    expect(account.find('a').status).toBe('NEW');
    account.wait(5000);
    expect(account.find('a')).toMatchObject({ status: 'EXPIRED', updateTime: date - 999 });
  });

  test('a countdown that is not set anew cancels the orders of its market', () => {
    const account = new Account();
    const countdown = (countdownTime: string) =>
      account.call('POST /fapi/v1/countdownCancelAll', { symbol: 'BTCUSDT', countdownTime });
    account.order(bid());
    account.order({ ...bid(), symbol: 'ETHUSDT', price: '2900' });
    expect(countdown('1000')).toEqual({ symbol: 'BTCUSDT', countdownTime: '1000' });
    account.wait(999);
    countdown('1000');
    account.wait(999);
    expect(account.find('a').status).toBe('NEW');
    countdown('0');
    account.wait(5000);
    expect(account.find('a').status).toBe('NEW');
    countdown('1000');
    account.wait(1000);
    expect(account.find('a').status).toBe('CANCELED');
    expect(account.call('GET /fapi/v1/openOrders')).toHaveLength(1);
  });

  test('an order that ended without a fill is not found after three days; a filled one after ninety', () => {
    const account = new Account();
    account.order(bid());
    cancel(account);
    account.wait(3 * DAY);
    expect(found(account)).toBe(0);
    account.wait(1);
    expect(found(account)).toBe(-2013);
    account.order({ side: 'BUY', quantity: '1', newClientOrderId: 'a' });
    account.wait(90 * DAY);
    expect(found(account)).toBe(0);
    account.wait(1);
    expect(found(account)).toBe(-2013);
    expect(account.call('GET /fapi/v1/allOrders', { symbol: 'BTCUSDT', startTime: '0' })).toEqual([]);
  });

  test('an open order is found for ever', () => {
    const account = new Account();
    account.order(bid());
    account.wait(400 * DAY);
    expect(found(account)).toBe(0);
  });

  test('trades are listed for seven days by themselves, and for ninety with a start', () => {
    const account = new Account();
    const start = account.clock;
    account.order({ side: 'BUY', quantity: '1' });
    const trades = (more = {}) =>
      account.call<unknown[]>('GET /fapi/v1/userTrades', { symbol: 'BTCUSDT', ...more }).length;
    account.wait(7 * DAY);
    expect(trades()).toBe(1);
    account.wait(1);
    expect([trades(), trades({ startTime: String(start) })]).toEqual([0, 1]);
    account.wait(90 * DAY);
    expect(trades({ startTime: String(start) })).toBe(0);
  });
});

describe('funding', () => {
  const EIGHT_HOURS = 8 * 60 * 60 * 1000;
  const held = (settings = {}) => {
    const account = new Account({ settings });
    account.put('2');
    return account;
  };
  const fees = (account: Account) =>
    account.call<unknown[]>('GET /fapi/v1/income', { incomeType: 'FUNDING_FEE', startTime: '0' });

  test('is paid by longs every eight hours on the clock, and stands in the income', () => {
    const account = held();
    const due = Math.ceil(account.clock / EIGHT_HOURS) * EIGHT_HOURS;
    account.wait(due - account.clock - 1);
    expect(fees(account)).toEqual([]);
    account.wait(EIGHT_HOURS + 1);
    expect(fees(account)).toMatchObject([
      {
        symbol: 'BTCUSDT',
        incomeType: 'FUNDING_FEE',
        income: '-12.00000000',
        asset: 'USDT',
        info: 'FUNDING_FEE',
        time: due,
        tradeId: '',
      },
      { income: '-12.00000000', time: due + EIGHT_HOURS },
    ]);
    expect(text(account.world.wallet)).toBe('999976');
    expect(account.lines).toContainEqual({
      kind: 'funding',
      at: due,
      symbol: 'BTCUSDT',
      positionSide: 'BOTH',
      amount: '-12',
      rate: '0.0001',
    });
  });

  test('is paid to longs at a negative rate, and not at all when switched off', () => {
    const account = held();
    account.world.fundingRates.set('BTCUSDT', account.world.wallet.times(0).minus('0.001'));
    account.wait(EIGHT_HOURS);
    expect(fees(account)).toMatchObject([{ income: '120.00000000' }]);
    const off = held({ funding: 'off' });
    off.wait(EIGHT_HOURS);
    expect(fees(off)).toEqual([]);
  });
});

describe('memory is bounded', () => {
  test('the oldest ended orders, trades and flows go; open orders and the sum of the flows stay', () => {
    const keep = { orders: 100, algos: 10, trades: 150, flows: 120 };
    const account = new Account({ balance: '100000000', keep });
    account.order(bid({ newClientOrderId: 'open' }));
    const first = account.order({ side: 'BUY', quantity: '1', newClientOrderId: 'first' });
    for (let sent = 0; sent < 400; sent += 1)
      account.order({ side: sent % 2 === 0 ? 'SELL' : 'BUY', quantity: '0.01', newClientOrderId: `n${sent}` });
    const { orders, tradesByOrder, tradesBySymbol, flows, wallet } = account.world;
    expect(orders.size).toBeLessThanOrEqual(112);
    expect(tradesBySymbol.get('BTCUSDT')!.length).toBeLessThanOrEqual(166);
    expect(tradesByOrder.size).toBeLessThanOrEqual(166);
    expect(flows.length).toBeLessThanOrEqual(120);
    expect([orders.latest(first.orderId), tradesByOrder.get(first.orderId)]).toEqual([undefined, undefined]);
    expect(account.code('GET /fapi/v1/order', { symbol: 'BTCUSDT', origClientOrderId: 'first' })).toBe(-2013);
    expect(account.find('open').status).toBe('NEW');
    expect(account.find('n399').status).toBe('FILLED');
    expect(text(flows.reduce((total, flow) => total.plus(flow.amount), wallet.times(0)))).toBe(text(wallet));
  });

  test('the oldest ended conditional orders go; waiting ones stay', () => {
    const account = new Account({ keep: { orders: 100, algos: 10, trades: 100, flows: 100 } });
    const stop = {
      symbol: 'BTCUSDT',
      side: 'SELL',
      algoType: 'CONDITIONAL',
      type: 'STOP_MARKET',
      triggerPrice: '58000',
      quantity: '1',
    };
    account.call('POST /fapi/v1/algoOrder', { ...stop, clientAlgoId: 'waits' });
    for (let sent = 0; sent < 30; sent += 1) {
      account.call('POST /fapi/v1/algoOrder', { ...stop, clientAlgoId: `n${sent}` });
      account.call('DELETE /fapi/v1/algoOrder', { clientAlgoId: `n${sent}` });
    }
    const names = account
      .call<{ clientAlgoId: string }[]>('GET /fapi/v1/allAlgoOrders', { symbol: 'BTCUSDT' })
      .map(({ clientAlgoId }) => clientAlgoId);
    expect(names.length).toBeLessThanOrEqual(12);
    expect(names).toEqual(expect.arrayContaining(['waits', 'n29']));
  });
});
