import { Account } from '../support/account';

const traded = (settings = {}) => {
  const account = new Account({ settings });
  account.order({ side: 'BUY', quantity: '0.5', newClientOrderId: 'a' });
  account.order({
    side: 'SELL',
    type: 'LIMIT',
    timeInForce: 'GTC',
    quantity: '0.2',
    price: '61000',
    newClientOrderId: 'b',
  });
  return account;
};
const get = <T = Record<string, unknown>>(account: Account, path: string, params: Record<string, string> = {}): T =>
  account.call<T>(`GET /fapi/${path}`, { symbol: 'BTCUSDT', ...params });

const HEAD = 'orderId symbol status clientOrderId price';
const TERMS =
  'timeInForce type reduceOnly closePosition side positionSide stopPrice workingType priceProtect origType priceMatch selfTradePreventionMode goodTillDate';

describe('answers have the fields of the venue, in its order and at its scale', () => {
  test.each([
    ['without-average', `${HEAD} origQty executedQty cumQty ${TERMS} updateTime`],
    ['with-average', `${HEAD} avgPrice origQty executedQty cumQty cumQuote ${TERMS} updateTime`],
  ])('an order, %s', (orderAnswer, fields) => {
    const account = new Account({ settings: { orderAnswer: orderAnswer as 'with-average' } });
    const order = account.order({ side: 'BUY', quantity: '0.5' });
    expect(Object.keys(order).join(' ')).toBe(fields);
    expect(order).toMatchObject({ price: '0.00', origQty: '0.500', executedQty: '0.500', stopPrice: '0.00' });
  });

  test('an order that is looked up', () => {
    const order = get(traded(), 'v1/order', { origClientOrderId: 'b' });
    expect(Object.keys(order).join(' ')).toBe(`${HEAD} avgPrice origQty executedQty cumQuote ${TERMS} time updateTime`);
    expect(order).toMatchObject({ price: '61000.00', avgPrice: '0.00', cumQuote: '0.00000' });
  });

  test.each([
    [
      'v1/userTrades',
      'symbol id orderId side price qty realizedPnl quoteQty commission commissionAsset time positionSide buyer maker',
    ],
    ['v1/trades', 'id price qty quoteQty time isBuyerMaker isRPITrade'],
    ['v1/aggTrades', 'a p q nq f l T m'],
    ['v1/income', 'symbol incomeType income asset info time tranId tradeId'],
    ['v1/symbolConfig', 'symbol marginType isAutoAddMargin leverage maxNotionalValue'],
    [
      'v3/positionRisk',
      'symbol positionSide positionAmt entryPrice breakEvenPrice markPrice unRealizedProfit liquidationPrice isolatedMargin notional marginAsset isolatedWallet initialMargin maintMargin positionInitialMargin openOrderInitialMargin adl bidNotional askNotional updateTime',
    ],
    [
      'v2/positionRisk',
      'symbol positionSide positionAmt entryPrice breakEvenPrice markPrice unRealizedProfit isolatedMargin notional isolatedWallet liquidationPrice leverage maxNotionalValue marginType isAutoAddMargin isolated adlQuantile updateTime',
    ],
    [
      'v2/balance',
      'accountAlias asset balance crossWalletBalance crossUnPnl availableBalance maxWithdrawAmount marginAvailable updateTime',
    ],
    [
      'v3/balance',
      'accountAlias asset balance crossWalletBalance crossUnPnl availableBalance maxWithdrawAmount marginAvailable updateTime',
    ],
  ])('a row of %s', (path, fields) => {
    expect(Object.keys(get<object[]>(traded(), path)[0]!).join(' ')).toBe(fields);
  });

  test.each([
    ['v1/multiAssetsMargin', { multiAssetsMargin: false }],
    ['v1/commissionRate', { symbol: 'BTCUSDT', makerCommissionRate: '0.000200', takerCommissionRate: '0.000500' }],
    [
      'v1/rateLimit/order',
      [
        { rateLimitType: 'ORDERS', interval: 'MINUTE', intervalNum: 1, limit: 1200 },
        { rateLimitType: 'ORDERS', interval: 'SECOND', intervalNum: 10, limit: 300 },
      ],
    ],
    ['v1/ticker/price', { symbol: 'BTCUSDT', price: '60000.00', time: 1_700_000_000_000 }],
    [
      'v1/accountConfig',
      {
        feeTier: 0,
        canTrade: true,
        canDeposit: true,
        canWithdraw: true,
        dualSidePosition: false,
        updateTime: 0,
        multiAssetsMargin: false,
        tradeGroupId: -1,
      },
    ],
    [
      'v1/fundingRate',
      [{ symbol: 'BTCUSDT', fundingTime: 1_699_977_600_000, fundingRate: '0.00010000', markPrice: '60000.00000000' }],
    ],
  ])('%s', (path, answer) => expect(get(traded(), path)).toEqual(answer));

  test('a trade', () => {
    expect(get(traded(), 'v1/userTrades')).toMatchObject([
      { price: '60000.10', qty: '0.500', quoteQty: '30000.05000', commission: '15.00002500' },
    ]);
    expect(get(traded(), 'v1/trades')).toMatchObject([{ isBuyerMaker: false }]);
  });

  test('account v2 has every leg of every market and what may be done; v3 only what is in use', () => {
    const v2 = get<{ positions: object[]; assets: object[] }>(traded(), 'v2/account');
    expect(v2).toMatchObject({
      canTrade: true,
      feeTier: 0,
      multiAssetsMargin: false,
      assets: [{ asset: 'USDT', marginAvailable: true }],
    });
    expect(v2.positions).toHaveLength(60);
    expect(v2.positions[0]).toMatchObject({
      symbol: 'BTCUSDT',
      leverage: '20',
      isolated: false,
      positionAmt: '0.500',
      entryPrice: '60000.1',
    });
    expect(get<{ positions: object[] }>(traded(), 'v3/account').positions).toHaveLength(1);
  });

  test('income tells what each trade brought and cost, and can be asked for by kind', () => {
    const account = traded();
    account.price('61000');
    expect(get(account, 'v1/income')).toMatchObject([
      { incomeType: 'COMMISSION', income: '-15.00002500' },
      { incomeType: 'REALIZED_PNL', income: '199.98000000' },
      { incomeType: 'COMMISSION', income: '-2.44000000' },
    ]);
    expect(get<object[]>(account, 'v1/income', { incomeType: 'REALIZED_PNL' })).toHaveLength(1);
    expect(get<object[]>(account, 'v1/income', { incomeType: 'TRANSFER', symbol: '' })).toMatchObject([
      { income: '1000000.00000000', symbol: '' },
    ]);
    expect(get<object[]>(account, 'v1/income', { limit: '1' })).toMatchObject([{ income: '-2.44000000' }]);
  });

  test('klines follow the mark, flat where nothing moved', () => {
    const account = new Account();
    account.price('61000');
    account.price('59000');
    account.wait(120_000);
    account.price('60500');
    const bars = get<unknown[][]>(account, 'v1/klines', { interval: '1m', limit: '4' });
    const opens = Math.floor(account.clock / 60_000) * 60_000;
    expect(bars.map((bar) => bar.slice(1, 5))).toEqual([
      ['60000.00', '60000.00', '60000.00', '60000.00'],
      ['60000.00', '61000.00', '59000.00', '59000.00'],
      ['59000.00', '59000.00', '59000.00', '59000.00'],
      ['59000.00', '60500.00', '59000.00', '60500.00'],
    ]);
    expect([bars[3]![0], ...bars[3]!.slice(5)]).toEqual([opens, '0', opens + 59_999, '0', 0, '0', '0', '0']);
    expect(get<unknown[][]>(account, 'v1/markPriceKlines', { interval: '1h', limit: '1' })[0]!.slice(2, 4)).toEqual([
      '61000.00',
      '59000.00',
    ]);
    const one = get<unknown[][]>(account, 'v1/klines', {
      interval: '1m',
      startTime: String(opens),
      endTime: String(opens),
    });
    expect(one.map(([from]) => from)).toEqual([opens]);
  });
});
