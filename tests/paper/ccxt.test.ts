import { Bench } from './support/exchange';
import { ccxt, realCcxt } from './support/real-ccxt';

const BTC = 'BTC/USDT:USDT';

describe('the real ccxt, talking to the paper exchange', () => {
  let bench: Bench;
  let exchange: ReturnType<typeof realCcxt>;

  const open = (side: 'LONG' | 'SHORT', quantity: string, symbol = 'BTCUSDT') =>
    bench.set('/paper/positions', [{ symbol, side, quantity, entryPrice: '60000' }]);

  beforeAll(async () => {
    bench = await Bench.start();
    exchange = realCcxt(bench.url);
    await exchange.loadMarkets();
  });
  beforeEach(async () => {
    await bench.set('/paper/reset', { limits: 'off' });
  });
  afterAll(async () => {
    await exchange.close();
    await bench.stop();
  });

  test('loads at least fifty linear perpetuals with their lot limits', () => {
    const markets = Object.keys(exchange.markets ?? {}).map((symbol) => exchange.market(symbol));
    expect(markets.length).toBeGreaterThanOrEqual(50);
    expect(markets.every((market) => market.swap && market.linear && market.active)).toBe(true);
    const btc = exchange.market(BTC);
    expect(btc.limits).toMatchObject({ amount: { min: 0.001, max: 1000 }, market: { max: 120 }, cost: { min: 100 } });
    expect(btc.precision).toMatchObject({ amount: 0.001, price: 0.1 });
    expect(exchange.market('1000PEPE/USDT:USDT').id).toBe('1000PEPEUSDT');
  });

  test('reads a position with side, size, entry and mark, and no row when flat', async () => {
    expect(await exchange.fetchPositions([BTC])).toEqual([]);
    await open('SHORT', '0.5');
    await bench.set('/paper/prices', { BTCUSDT: '59000' });
    const [position] = await exchange.fetchPositions([BTC]);
    expect(position).toMatchObject({
      side: 'short',
      contracts: 0.5,
      entryPrice: 60000,
      markPrice: 59000,
      unrealizedPnl: 500,
      hedged: false,
    });
    expect(position!.liquidationPrice).toBeGreaterThan(59000);
  });

  test('closes with a reduce-only market order that it then finds by its own name, with average and fills', async () => {
    await open('LONG', '1');
    const sent = await exchange.createOrder(BTC, 'market', 'sell', 1, undefined, {
      reduceOnly: true,
      clientOrderId: 'close-1',
    });
    expect(sent).toMatchObject({ clientOrderId: 'close-1', status: 'closed', filled: 1, reduceOnly: true });
    expect(sent.average).toBeUndefined();
    const found = await exchange.fetchOrder(undefined as unknown as string, BTC, { clientOrderId: 'close-1' });
    expect(found).toMatchObject({ id: sent.id, status: 'closed', filled: 1, average: 59999.9 });
    const [trade] = await exchange.fetchMyTrades(BTC, undefined, undefined, { orderId: sent.id });
    expect(trade).toMatchObject({
      order: sent.id,
      side: 'sell',
      amount: 1,
      price: 59999.9,
      fee: { currency: 'USDT', cost: 29.99995 },
    });
    expect((trade!.info as { realizedPnl: string }).realizedPnl).toBe('-0.10000000');
    expect(await exchange.fetchPositions([BTC])).toEqual([]);
  });

  test('gets the average with the answer when the exchange is set so', async () => {
    await bench.set('/paper/reset', { orderAnswer: 'with-average' });
    const sent = await exchange.createOrder(BTC, 'market', 'buy', 1, undefined, { clientOrderId: 'open-1' });
    expect(sent).toMatchObject({ average: 60000.1, cost: 60000.1 });
  });

  test('is refused by code, in the classes it uses in production', async () => {
    const reduce = exchange.createOrder(BTC, 'market', 'sell', 1, undefined, {
      reduceOnly: true,
      clientOrderId: 'nothing',
    });
    await expect(reduce).rejects.toThrow(/-2022.*ReduceOnly Order is rejected/);
    await expect(exchange.fetchOrder('1', BTC)).rejects.toThrow(ccxt.OrderNotFound);
    await expect(exchange.cancelOrder('1', BTC)).rejects.toThrow(/-2011/);
    await expect(exchange.createOrder(BTC, 'market', 'buy', 121)).rejects.toThrow(/-4005/);
  });

  test('lists and cancels what rests, orders and conditional orders apart', async () => {
    await open('LONG', '1');
    await exchange.createOrder(BTC, 'limit', 'sell', 0.5, 61000, { reduceOnly: true, clientOrderId: 'tp' });
    await exchange.createOrder(BTC, 'market', 'sell', 1, undefined, {
      stopLossPrice: 58000,
      reduceOnly: true,
      clientOrderId: 'sl',
    });
    expect(await exchange.fetchOpenOrders(BTC)).toMatchObject([
      { clientOrderId: 'tp', status: 'open', remaining: 0.5, price: 61000 },
    ]);
    const [stop] = await exchange.fetchOpenOrders(BTC, undefined, undefined, { trigger: true });
    expect(stop).toMatchObject({ clientOrderId: 'sl', status: 'open', triggerPrice: 58000, amount: 1, side: 'sell' });
    await exchange.cancelAllOrders(BTC);
    expect(await exchange.fetchOpenOrders(BTC)).toEqual([]);
    expect(await exchange.fetchOpenOrders(BTC, undefined, undefined, { trigger: true })).toHaveLength(1);
    await exchange.cancelAllOrders(BTC, { trigger: true });
    expect(await exchange.fetchOpenOrders(BTC, undefined, undefined, { trigger: true })).toEqual([]);
  });

  test('a stop that closes the position does so when the mark gets there', async () => {
    await open('LONG', '1');
    await exchange.createOrder(BTC, 'market', 'sell', undefined as unknown as number, undefined, {
      stopLossPrice: 58000,
      closePosition: true,
      clientOrderId: 'sl',
    });
    await bench.set('/paper/prices', { BTCUSDT: '57900' });
    expect(await exchange.fetchPositions([BTC])).toEqual([]);
    expect(await bench.audit('?kind=execution')).toMatchObject([
      { origin: 'algo', clientOrderId: 'sl', positionBefore: '1', positionAfter: '0' },
    ]);
  });

  test('in hedge mode keeps two legs apart and closes the one that is meant', async () => {
    await exchange.setPositionMode(true);
    expect(await exchange.fetchPositionMode()).toMatchObject({ hedged: true });
    await bench.set('/paper/positions', [
      { symbol: 'BTCUSDT', side: 'LONG', quantity: '2' },
      { symbol: 'BTCUSDT', side: 'SHORT', quantity: '1' },
    ]);
    await exchange.createOrder(BTC, 'market', 'buy', 1, undefined, {
      reduceOnly: true,
      hedged: true,
      clientOrderId: 'leg',
    });
    expect(await exchange.fetchPositions([BTC])).toMatchObject([{ side: 'long', contracts: 2, hedged: true }]);
    expect((await bench.audit('?kind=request')).at(-2)).toMatchObject({
      params: { positionSide: 'SHORT', side: 'BUY' },
    });
  });

  test('reads time, balance, ticker, marks, book, leverage', async () => {
    expect(Math.abs((await exchange.fetchTime())! - Date.now())).toBeLessThan(1000);
    expect((await exchange.fetchBalance())['USDT']).toMatchObject({ free: 1000000, total: 1000000 });
    expect(await exchange.fetchTicker(BTC)).toMatchObject({ symbol: BTC, last: 60000 });
    expect(await exchange.fetchMarkPrice(BTC)).toMatchObject({ markPrice: 60000 });
    expect((await exchange.fetchOrderBook(BTC, 5)).bids[0]![0]).toBe(59999.9);
    await exchange.setLeverage(10, BTC);
    expect(await exchange.fetchLeverage(BTC)).toMatchObject({ longLeverage: 10, marginMode: 'cross' });
  });
});
