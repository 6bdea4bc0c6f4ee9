import { Bench } from '../support/exchange';
import { plain } from '../support/plain';
import { ccxtClient } from './clients/ccxt-client';
import type { Client, Params } from './clients/client';
import { officialClient, officialSocketClient } from './clients/official-client';

const CLIENTS: readonly [string, (url: string) => Client | Promise<Client>][] = [
  ['ccxt', ccxtClient],
  ["Binance's own client", officialClient],
  ["Binance's own client, by WebSocket", officialSocketClient],
];

const market = (params: Params): Params => ({
  symbol: 'BTCUSDT',
  type: 'MARKET',
  newOrderRespType: 'RESULT',
  ...params,
});
const limit = (params: Params): Params => ({
  symbol: 'BTCUSDT',
  type: 'LIMIT',
  timeInForce: 'GTC',
  quantity: '1',
  ...params,
});
const stop = (params: Params): Params => ({
  symbol: 'BTCUSDT',
  algoType: 'CONDITIONAL',
  type: 'STOP_MARKET',
  side: 'SELL',
  triggerPrice: '58000',
  ...params,
});
const named = (name: string): Params => ({ symbol: 'BTCUSDT', origClientOrderId: name });

describe.each(CLIENTS)('%s, with nothing changed but its address', (_name, make) => {
  let bench: Bench;
  let client: Client;
  /** How far the exchange's clock is ahead of the client's. */
  let ahead = 0;

  const put = (quantity: string, side = 'LONG') =>
    bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side, quantity, entryPrice: '60000' }]);
  const found = async (params: Params) => plain(await client.findOrder(params));
  const held = async () =>
    (await client.positions())
      .filter(({ positionAmt }) => Number(positionAmt) !== 0)
      .map(({ positionSide, positionAmt }) => `${String(positionSide)} ${Number(positionAmt)}`);

  beforeAll(async () => {
    bench = await Bench.start({ now: () => Date.now() + ahead });
    client = await make(bench.url);
  });
  beforeEach(async () => {
    await bench.set('/paper/reset', { limits: 'off' });
  });
  afterAll(async () => {
    await client.end();
    await bench.stop();
  });

  test('opens, and closes what it has opened', async () => {
    const opened = await client.placeOrder(market({ side: 'BUY', quantity: '0.5', newClientOrderId: 'in' }));
    expect(opened).toMatchObject({ symbol: 'BTCUSDT', status: 'FILLED', clientOrderId: 'in', side: 'BUY' });
    expect(await held()).toEqual(['BOTH 0.5']);
    await client.placeOrder(market({ side: 'SELL', quantity: '0.5', reduceOnly: 'true', newClientOrderId: 'out' }));
    expect(await held()).toEqual([]);
    expect(await found(named('out'))).toMatchObject({
      status: 'FILLED',
      executedQty: '0.5',
      reduceOnly: true,
    });
  });

  test('a reduce-only order larger than the position takes what is there, and never opens', async () => {
    await put('1');
    await client.placeOrder(market({ side: 'SELL', quantity: '3', reduceOnly: 'true', newClientOrderId: 'all' }));
    expect(await held()).toEqual([]);
    expect(await found(named('all'))).toMatchObject({ status: 'EXPIRED', executedQty: '1' });
  });

  test('in hedge mode closes the leg that it names', async () => {
    await client.useHedgeMode();
    await put('2');
    await put('1', 'SHORT');
    await client.placeOrder(market({ side: 'BUY', quantity: '1', positionSide: 'SHORT' }));
    expect(await held()).toEqual(['LONG 2']);
  });

  test('rests an order, finds it, cancels it', async () => {
    await client.placeOrder(limit({ side: 'BUY', price: '59000', newClientOrderId: 'rest' }));
    expect(await found(named('rest'))).toMatchObject({ status: 'NEW', price: '59000', origQty: '1' });
    expect(await client.cancelOrder(named('rest'))).toMatchObject({ status: 'CANCELED', clientOrderId: 'rest' });
    expect(await found(named('rest'))).toMatchObject({ status: 'CANCELED' });
  });

  test('a conditional order closes the position when the mark gets there; another is cancelled', async () => {
    await put('1');
    expect(await client.placeAlgo(stop({ closePosition: 'true', clientAlgoId: 'sl' }))).toMatchObject({
      algoStatus: 'NEW',
    });
    await client.placeAlgo(stop({ quantity: '1', triggerPrice: '50000', reduceOnly: 'true', clientAlgoId: 'deep' }));
    expect(await client.cancelAlgo({ clientAlgoId: 'deep' })).toMatchObject({ clientAlgoId: 'deep' });
    await bench.set('/paper/prices', { BTCUSDT: '57900' });
    expect(await held()).toEqual([]);
  });

  interface Refused {
    readonly code: number;
    readonly when: string;
    readonly arrange?: () => Promise<unknown>;
    readonly act: () => Promise<unknown>;
  }

  const restReduceOnly = () =>
    client.placeOrder(limit({ side: 'SELL', price: '61000', reduceOnly: 'true', newClientOrderId: 'tp' }));

  const REFUSED: readonly Refused[] = [
    {
      code: -2022,
      when: 'there is nothing to reduce',
      act: () => client.placeOrder(market({ side: 'SELL', quantity: '1', reduceOnly: 'true' })),
    },
    {
      code: -4118,
      when: 'a resting reduce-only order has claimed the position, and the exchange says it so',
      arrange: async () => {
        await bench.set('/paper/settings', { restingClaims: 'reject-4118' });
        await put('1');
        await restReduceOnly();
      },
      act: () => client.placeOrder(market({ side: 'SELL', quantity: '1', reduceOnly: 'true' })),
    },
    {
      code: -4164,
      when: 'the order is worth too little',
      act: () => client.placeOrder(market({ side: 'BUY', quantity: '0.001' })),
    },
    {
      code: -4061,
      when: 'a leg is named in one-way mode',
      act: () => client.placeOrder(market({ side: 'BUY', quantity: '1', positionSide: 'LONG' })),
    },
    {
      code: -1106,
      when: 'reduceOnly is sent in hedge mode',
      arrange: () => client.useHedgeMode(),
      act: () => client.placeOrder(market({ side: 'SELL', quantity: '1', positionSide: 'LONG', reduceOnly: 'true' })),
    },
    {
      code: -1021,
      when: 'the clocks are half a minute apart',
      arrange: () => Promise.resolve((ahead = 30_000)),
      act: () => client.placeOrder(market({ side: 'BUY', quantity: '1' })),
    },
    { code: -2013, when: 'there is no such order', act: () => client.findOrder(named('nobody')) },
    { code: -2011, when: 'there is nothing to cancel', act: () => client.cancelOrder(named('nobody')) },
    {
      code: -1121,
      when: 'there is no such market',
      act: () => client.placeOrder(market({ symbol: 'NOSUCHUSDT', side: 'BUY', quantity: '1' })),
    },
    {
      code: -4005,
      when: 'a market order is larger than the market takes',
      act: () => client.placeOrder(market({ side: 'BUY', quantity: '121' })),
    },
    {
      code: -4116,
      when: 'the name is taken by an open order',
      arrange: () => client.placeOrder(limit({ side: 'BUY', price: '59000', newClientOrderId: 'taken' })),
      act: () => client.placeOrder(limit({ side: 'BUY', price: '59000', newClientOrderId: 'taken' })),
    },
    {
      code: -4120,
      when: 'a conditional order comes to the old endpoint',
      act: () => client.placeOrder(market({ side: 'SELL', type: 'STOP_MARKET', quantity: '1', stopPrice: '58000' })),
    },
  ];

  test.each(REFUSED)('is refused with $code when $when', async ({ code, arrange, act }) => {
    await arrange?.();
    const thrown = await act().then(
      () => undefined,
      (error: unknown) => error,
    );
    ahead = 0;
    expect(thrown).toBeInstanceOf(Object);
    expect(client.codeOf(thrown)).toBe(code);
  });
});
