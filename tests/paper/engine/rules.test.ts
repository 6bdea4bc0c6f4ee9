import { amount } from '../../../src/paper/engine/decimal';
import { Account } from '../support/account';

const ORDER = 'POST /fapi/v1/order';
const ALGO = 'POST /fapi/v1/algoOrder';
const limit = { symbol: 'BTCUSDT', type: 'LIMIT', timeInForce: 'GTC', side: 'BUY', quantity: '1', price: '59000' };
const market = { symbol: 'BTCUSDT', type: 'MARKET', side: 'BUY', quantity: '1' };
const stop = {
  symbol: 'BTCUSDT',
  algoType: 'CONDITIONAL',
  type: 'STOP_MARKET',
  side: 'SELL',
  quantity: '1',
  triggerPrice: '58000',
};
const trailing = { ...stop, type: 'TRAILING_STOP_MARKET', triggerPrice: '', callbackRate: '1' };

const long = (account: Account): void => account.put('1');
const isolated = (account: Account): void => void account.world.isolated.add('BTCUSDT');
const isolatedLong = (account: Account): void => {
  isolated(account);
  long(account);
};
const resting = (account: Account): void => void account.order({ ...limit, newClientOrderId: 'a' });
const throttled = (account: Account): void => void (account.world.throttledUntil = account.clock + 1000);
const delisted = (account: Account): void => void account.world.delisted.add('BTCUSDT');
const wide = (account: Account): void => account.thin({ spreadTicks: 40_000 });

type Rule = [string, string, Record<string, string>, [number, string], ((account: Account) => void)?];

describe('a rule, its code and its words', () => {
  test.each([
    [
      'market order, best price too far',
      ORDER,
      market,
      [-4131, "The counterparty's best price does not meet the PERCENT_PRICE filter limit."],
      wide,
    ],
    ['bid above the band', ORDER, { ...limit, price: '63000.1' }, [-4016, "Limit price can't be higher than 63000."]],
    [
      'offer below the band',
      ORDER,
      { ...limit, side: 'SELL', price: '56999.9' },
      [-4024, "Limit price can't be lower than 57000."],
    ],
    [
      'GTD without its date',
      ORDER,
      { ...limit, timeInForce: 'GTD' },
      [-1102, "Mandatory parameter 'goodTillDate' was not sent, was empty/null, or malformed."],
    ],
    [
      'GTD too soon',
      ORDER,
      { ...limit, timeInForce: 'GTD', goodTillDate: '1700000600000' },
      [
        -5040,
        'The goodTillDate timestamp must be greater than the current time plus 600 seconds and smaller than 253402300799000 (UTC 9999-12-31 23:59:59)',
      ],
    ],
    [
      'a date without GTD',
      ORDER,
      { ...limit, goodTillDate: '1700009600000' },
      [-1106, "Parameter 'goodTillDate' sent when not required."],
    ],
    [
      'an unknown self-trade mode',
      ORDER,
      { ...market, selfTradePreventionMode: 'BOTH' },
      [-5039, 'Invalid self trade prevention mode'],
    ],
    ['an unknown answer type', ORDER, { ...market, newOrderRespType: 'FULL' }, [-1136, 'Invalid newOrderRespType.']],
    ['an unknown price match', ORDER, { ...limit, price: '', priceMatch: 'BEST' }, [-5037, 'Invalid price match']],
    [
      'price match at market',
      ORDER,
      { ...market, priceMatch: 'QUEUE' },
      [-5038, 'Price match only supports order type: LIMIT, STOP AND TAKE_PROFIT'],
    ],
    [
      'price and price match',
      ORDER,
      { ...limit, priceMatch: 'QUEUE' },
      [-1106, "Parameter 'price' sent when not required."],
    ],
    [
      'price match in an empty book',
      ORDER,
      { ...limit, price: '', priceMatch: 'OPPONENT' },
      [-5041, 'No depth matches this BBO order'],
      (account) => account.thin({ levels: 0 }),
    ],
    [
      'opening while throttled',
      ORDER,
      market,
      [
        -1008,
        'Request throttled by system-level protection. Reduce-only/close-position orders are exempt. Please try again.',
      ],
      throttled,
    ],
    ['any order in a delisted market', ORDER, market, [-4141, 'Symbol is closed'], delisted],
    ['a stop in a delisted market', ALGO, stop, [-4141, 'Symbol is closed'], delisted],
    [
      'an opening stop while throttled',
      ALGO,
      stop,
      [
        -1008,
        'Request throttled by system-level protection. Reduce-only/close-position orders are exempt. Please try again.',
      ],
      throttled,
    ],
    [
      'an unknown working type',
      ALGO,
      { ...stop, workingType: 'LAST' },
      [-4031, 'Invalid parameter working type: LAST'],
    ],
    [
      'a stop limit far above its trigger',
      ALGO,
      { ...stop, type: 'STOP', side: 'BUY', triggerPrice: '61000', price: '64050.1' },
      [-4183, "Limit price can't be higher than 64050."],
    ],
    [
      'a stop limit far below its trigger',
      ALGO,
      { ...stop, type: 'STOP', price: '55099.9' },
      [-4184, "Limit price can't be lower than 55100."],
    ],
    [
      'a trailing stop without rate',
      ALGO,
      { ...trailing, callbackRate: '' },
      [-1102, "Mandatory parameter 'callbackRate' was not sent, was empty/null, or malformed."],
    ],
    [
      'a trailing stop with too wide a rate',
      ALGO,
      { ...trailing, callbackRate: '10.1' },
      [-1130, "Data sent for parameter 'callbackRate' is not valid."],
    ],
    [
      'a trailing stop to sell from below',
      ALGO,
      { ...trailing, activatePrice: '60000' },
      [-4135, 'Invalid activation price'],
    ],
    [
      'a trailing stop to buy from above',
      ALGO,
      { ...trailing, side: 'BUY', activatePrice: '60000' },
      [-4135, 'Invalid activation price'],
    ],
    [
      'a callback rate on a stop',
      ALGO,
      { ...stop, callbackRate: '1' },
      [-1106, "Parameter 'callbackRate' sent when not required."],
    ],
    [
      'modifying nothing',
      'PUT /fapi/v1/order',
      { ...limit, origClientOrderId: 'a' },
      [-5027, 'No need to modify the order.'],
      resting,
    ],
    [
      'modifying below the least notional',
      'PUT /fapi/v1/order',
      { ...limit, origClientOrderId: 'a', quantity: '0.001' },
      [-5029, "Order's notional must be no smaller than 100"],
      resting,
    ],
    [
      'modifying an order that is not there',
      'PUT /fapi/v1/order',
      { ...limit, origClientOrderId: 'b' },
      [-2011, 'Unknown order sent.'],
      resting,
    ],
    [
      'modifying in a delisted market',
      'PUT /fapi/v1/order',
      { ...limit, origClientOrderId: 'a', price: '58000' },
      [-5024, 'Symbol is not in trading status. Order amendment is not permitted.'],
      (account) => {
        resting(account);
        delisted(account);
      },
    ],
    [
      'the margin type it has',
      'POST /fapi/v1/marginType',
      { symbol: 'BTCUSDT', marginType: 'CROSSED' },
      [-4046, 'No need to change margin type.'],
    ],
    [
      'a margin type with an open order',
      'POST /fapi/v1/marginType',
      { symbol: 'BTCUSDT', marginType: 'ISOLATED' },
      [-4047, 'Margin type cannot be changed if there exists open orders.'],
      resting,
    ],
    [
      'a margin type with a position',
      'POST /fapi/v1/marginType',
      { symbol: 'BTCUSDT', marginType: 'ISOLATED' },
      [-4048, 'Margin type cannot be changed if there exists position.'],
      long,
    ],
    [
      'adding margin to a cross position',
      'POST /fapi/v1/positionMargin',
      { symbol: 'BTCUSDT', amount: '1', type: '1' },
      [-4049, 'Add margin only support for isolated position.'],
      long,
    ],
    [
      'adding margin to nothing',
      'POST /fapi/v1/positionMargin',
      { symbol: 'BTCUSDT', amount: '1', type: '1' },
      [-4054, 'Cannot add position margin: position is 0.'],
      isolated,
    ],
    [
      'adding no margin',
      'POST /fapi/v1/positionMargin',
      { symbol: 'BTCUSDT', amount: '0', type: '1' },
      [-4055, 'Amount must be positive.'],
      isolatedLong,
    ],
    [
      'adding more margin than there is',
      'POST /fapi/v1/positionMargin',
      { symbol: 'BTCUSDT', amount: '997001', type: '1' },
      [-4050, 'Cross balance insufficient.'],
      isolatedLong,
    ],
    [
      'taking margin that is needed',
      'POST /fapi/v1/positionMargin',
      { symbol: 'BTCUSDT', amount: '1', type: '2' },
      [-4051, 'Isolated balance insufficient.'],
      isolatedLong,
    ],
    [
      'less leverage on an isolated position',
      'POST /fapi/v1/leverage',
      { symbol: 'BTCUSDT', leverage: '10' },
      [-4161, 'Leverage reduction is not supported in Isolated Margin Mode with open positions'],
      isolatedLong,
    ],
    [
      'too much leverage',
      'POST /fapi/v1/leverage',
      { symbol: 'BTCUSDT', leverage: '126' },
      [-4028, 'Leverage 126 is not valid'],
    ],
    [
      'single-asset mode again',
      'POST /fapi/v1/multiAssetsMargin',
      { multiAssetsMargin: 'false' },
      [-4171, 'Adjusted asset mode is currently set and does not need to be adjusted repeatedly.'],
    ],
    [
      'a depth that is none',
      'GET /fapi/v1/depth',
      { symbol: 'BTCUSDT', limit: '7' },
      [-4021, "'7' is not valid depth limit."],
    ],
    [
      'an interval that is none',
      'GET /fapi/v1/klines',
      { symbol: 'BTCUSDT', interval: '7m' },
      [-1120, 'Invalid interval.'],
    ],
    [
      'trades of more than a week',
      'GET /fapi/v1/userTrades',
      { symbol: 'BTCUSDT', startTime: '1', endTime: '604800002' },
      [-1127, 'More than 168 hours between startTime and endTime.'],
    ],
    [
      'an order without any id',
      'GET /fapi/v1/order',
      { symbol: 'BTCUSDT' },
      [-1102, "Param 'origClientOrderId' or 'orderId' must be sent, but both were empty/null!"],
    ],
    [
      'six orders in a batch',
      'POST /fapi/v1/batchOrders',
      { batchOrders: JSON.stringify(Array(6).fill(market)) },
      [-4082, 'Invalid number of batch place orders.'],
    ],
    [
      'a batch that is no list',
      'POST /fapi/v1/batchOrders',
      { batchOrders: '{' },
      [-1130, "Data sent for parameter 'batchOrders' is not valid."],
    ],
  ] as Rule[])('%s', (...[, route, params, words, prepare]) => {
    // Gathered arguments: to a fifth one by name jest would hand its own callback.
    const account = new Account();
    prepare?.(account);
    expect(account.words(route, params)).toEqual(words);
    expect(account.executions()).toEqual([]);
  });

  test('the 201st open order in a market, and none too many elsewhere', () => {
    const account = new Account();
    for (let sent = 0; sent < 200; sent += 1) account.order({ ...limit, quantity: '0.01' });
    expect(account.words(ORDER, limit)).toEqual([-2025, 'Reach max open order limit.']);
    expect(account.code(ORDER, market)).toBe(0);
    expect(account.code(ORDER, { ...limit, symbol: 'ETHUSDT', price: '2999' })).toBe(0);
  });

  test('the 201st conditional order of the account', () => {
    const account = new Account();
    for (let sent = 0; sent < 200; sent += 1) account.call(ALGO, stop);
    expect(account.words(ALGO, { ...stop, symbol: 'ETHUSDT', triggerPrice: '2900' })).toEqual([
      -4045,
      'Reach max stop order limit.',
    ]);
  });

  test('while throttled, what reduces passes, one-way and hedge, and so does a cancel', () => {
    const account = new Account();
    long(account);
    resting(account);
    throttled(account);
    expect(account.code(ORDER, { ...market, side: 'SELL', reduceOnly: 'true' })).toBe(0);
    expect(account.code('DELETE /fapi/v1/order', { symbol: 'BTCUSDT', origClientOrderId: 'a' })).toBe(0);
    const hedged = new Account({ mode: 'hedge' });
    hedged.put('1', 'LONG');
    throttled(hedged);
    expect(hedged.code(ORDER, { ...market, side: 'SELL', positionSide: 'LONG' })).toBe(0);
    expect(hedged.code(ORDER, { ...market, positionSide: 'LONG' })).toBe(-1008);
    hedged.wait(1000);
    expect(hedged.code(ORDER, { ...market, positionSide: 'LONG' })).toBe(0);
  });

  test('MIN_NOTIONAL is asked of the price that is named', () => {
    const account = new Account();
    expect(account.code(ORDER, { ...limit, quantity: '0.002', price: '49999' })).toBe(-4164);
    account.price(text(50000));
    expect(account.code(ORDER, { ...limit, quantity: '0.002', price: '50000' })).toBe(0);
  });
});

const text = (value: number): string => amount(value).toFixed();
