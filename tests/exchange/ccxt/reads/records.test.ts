import { readOrderRecord } from '../../../../src/exchange/ccxt/reads/order-record';
import { readAlgoOrders, readRegularOrders } from '../../../../src/exchange/ccxt/reads/resting-orders';
import { readSymbolRules } from '../../../../src/exchange/ccxt/reads/symbol-rules';

const SYMBOL = 'BTC/USDT:USDT';

describe('the record of an order', () => {
  const record = {
    orderId: 17,
    clientOrderId: 'close1',
    symbol: 'BTCUSDT',
    status: 'FILLED',
    executedQty: '0.40',
    avgPrice: '59999.90',
  };
  const query = { symbol: 'BTCUSDT', origClientOrderId: 'close1' };

  test('in our words', () => {
    expect(readOrderRecord(record, query)).toEqual({
      orderId: '17',
      clientOrderId: 'close1',
      status: 'FILLED',
      executedQuantity: '0.4',
      averagePrice: '59999.9',
    });
  });

  test('an average price of zero is none', () => {
    expect(readOrderRecord({ ...record, avgPrice: '0.00000' }, query)).not.toHaveProperty('averagePrice');
  });

  test('by the venue’s id', () => {
    expect(readOrderRecord(record, { symbol: 'BTCUSDT', orderId: '17' })).toMatchObject({ orderId: '17' });
  });

  test.each([
    ['another name', { clientOrderId: 'close2' }],
    ['another market', { symbol: 'ETHUSDT' }],
    ['no status', { status: undefined }],
    ['a negative quantity', { executedQty: '-1' }],
  ])('%s is unreadable', (_, change) => {
    expect(() => readOrderRecord({ ...record, ...change }, query)).toThrow('cannot be read');
  });

  test('the answer to another id is unreadable', () => {
    expect(() => readOrderRecord(record, { symbol: 'BTCUSDT', orderId: '18' })).toThrow('cannot be read');
  });
});

describe('resting orders', () => {
  const limit = {
    symbol: 'BTCUSDT',
    orderId: 5,
    clientOrderId: 'tp',
    type: 'LIMIT',
    side: 'SELL',
    positionSide: 'BOTH',
    origQty: '1.0',
    executedQty: '0.25',
    price: '62000.0',
    reduceOnly: true,
    closePosition: false,
  };

  test('in the book, with what is left of them', () => {
    expect(readRegularOrders([limit], () => SYMBOL)).toEqual([
      {
        symbol: SYMBOL,
        book: 'regular',
        orderId: '5',
        clientOrderId: 'tp',
        type: 'LIMIT',
        side: 'sell',
        quantity: '0.75',
        price: '62000',
        leg: null,
        reduceOnly: true,
      },
    ]);
  });

  test('in the algo service; closing whatever there is counts as reducing, and has no quantity', () => {
    const stop = {
      symbol: 'BTCUSDT',
      algoId: 9,
      clientAlgoId: 'sl',
      orderType: 'STOP_MARKET',
      side: 'BUY',
      positionSide: 'SHORT',
      closePosition: true,
    };
    expect(readAlgoOrders([stop], () => SYMBOL)).toEqual([
      {
        symbol: SYMBOL,
        book: 'algo',
        orderId: '9',
        clientOrderId: 'sl',
        type: 'STOP_MARKET',
        side: 'buy',
        quantity: '0',
        price: null,
        leg: 'short',
        reduceOnly: true,
      },
    ]);
  });

  test.each([[{}], ['<html>'], [[{ ...limit, side: 'HOLD' }]], [[{ ...limit, positionSide: undefined }]]])(
    'anything else is unreadable: %j',
    (reply) => {
      expect(() => readRegularOrders(reply, () => SYMBOL)).toThrow('cannot be read');
    },
  );
});

describe('the rules of a symbol', () => {
  const filters = [
    { filterType: 'LOT_SIZE', minQty: '0.001', maxQty: '1000', stepSize: '0.001' },
    { filterType: 'MARKET_LOT_SIZE', minQty: '0.010', maxQty: '120', stepSize: '0.01' },
    { filterType: 'PRICE_FILTER', tickSize: '0.10' },
    { filterType: 'PERCENT_PRICE', multiplierUp: '1.0500', multiplierDown: '0.9500' },
  ];
  const market = { symbol: 'BTCUSDT', status: 'TRADING', filters };

  test('the coarser step, the larger minimum, the maximum of market orders', () => {
    expect(readSymbolRules(SYMBOL, market)).toEqual({
      symbol: SYMBOL,
      marketId: 'BTCUSDT',
      step: '0.01',
      minQuantity: '0.01',
      marketMaxQuantity: '120',
      tick: '0.1',
      band: { down: '0.95', up: '1.05' },
      trading: true,
    });
  });

  test.each(['SETTLING', 'PENDING_TRADING', 'CLOSE', 'BREAK'])('%s is not trading', (status) => {
    expect(readSymbolRules(SYMBOL, { ...market, status }).trading).toBe(false);
  });

  test('a maximum of zero is none of its own', () => {
    const open = [filters[0], { ...filters[1], maxQty: '0' }];
    expect(readSymbolRules(SYMBOL, { ...market, filters: open }).marketMaxQuantity).toBe('1000');
  });

  test.each([
    ['ticks', 'tick', { filterType: 'PRICE_FILTER' }],
    ['ticks of zero', 'tick', { filterType: 'PRICE_FILTER', tickSize: '0' }],
    ['a band', 'band', { filterType: 'PERCENT_PRICE' }],
    [
      'a band with the mark price outside',
      'band',
      { filterType: 'PERCENT_PRICE', multiplierUp: '0.9', multiplierDown: '0.8' },
    ],
  ] as const)('a market order needs no %s', (_, field, broken) => {
    const without = filters.map((filter) => (filter.filterType === broken.filterType ? broken : filter));
    expect(readSymbolRules(SYMBOL, { ...market, filters: without })[field]).toBeNull();
  });

  test.each([[[]], [[filters[0]]], [undefined]])('missing filters are unreadable: %j', (broken) => {
    expect(() => readSymbolRules(SYMBOL, { ...market, filters: broken })).toThrow('the venue’s rules for BTCUSDT');
  });
});
