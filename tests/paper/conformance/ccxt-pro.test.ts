import { Bench } from '../support/exchange';
import { ccxt, realCcxtPro } from '../support/real-ccxt';
import { waitFor } from '../support/wait';

const BTC = 'BTC/USDT:USDT';

describe('the real ccxt.pro, with nothing changed but its addresses', () => {
  let bench: Bench;
  let exchange: Awaited<ReturnType<typeof realCcxtPro>>;

  const put = (quantity: string, side = 'LONG') =>
    bench.set('/paper/positions', [{ symbol: 'BTCUSDT', side, quantity, entryPrice: '60000' }]);
  /** A watch begins to listen before anything happens that it must hear. */
  const listening = async <T>(watch: Promise<T>): Promise<{ readonly heard: Promise<T> }> => {
    watch.catch(() => undefined);
    await waitFor(async () => (await bench.state()).listeners === 1, 'the listener');
    return { heard: watch };
  };

  beforeEach(async () => {
    bench = await Bench.start();
    exchange = await realCcxtPro(bench.url);
  });
  afterEach(async () => {
    await exchange.close();
    await bench.stop();
  });

  test('watches an order from birth to its fill, with fee and average', async () => {
    const { heard } = await listening(exchange.watchOrders(BTC));
    await exchange.createOrder(BTC, 'market', 'buy', 1, undefined, { clientOrderId: 'in' });
    const seen = (await heard).concat((await heard).at(-1)!.status === 'closed' ? [] : await exchange.watchOrders(BTC));
    expect(seen.at(-1)).toMatchObject({
      clientOrderId: 'in',
      symbol: BTC,
      status: 'closed',
      side: 'buy',
      filled: 1,
      average: 60000.1,
      fee: { currency: 'USDT', cost: 30.00005 },
    });
  });

  test('watches a position grow and go flat', async () => {
    const { heard } = await listening(exchange.watchPositions([BTC]));
    await put('2');
    expect(await heard).toMatchObject([{ symbol: BTC, side: 'long', contracts: 2, entryPrice: 60000 }]);
    const flat = exchange.watchPositions([BTC]);
    await exchange.createOrder(BTC, 'market', 'sell', 2, undefined, { reduceOnly: true, clientOrderId: 'out' });
    expect(await flat).toMatchObject([{ symbol: BTC, contracts: 0 }]);
  });

  test('in hedge mode hears of the leg that moved', async () => {
    await exchange.setPositionMode(true);
    const { heard } = await listening(exchange.watchPositions([BTC]));
    await exchange.createOrder(BTC, 'market', 'sell', 1, undefined, { positionSide: 'SHORT', clientOrderId: 'short' });
    expect(await heard).toMatchObject([{ symbol: BTC, side: 'short', contracts: 1 }]);
  });

  test('watches its own trades and its balance', async () => {
    const trades = exchange.watchMyTrades(BTC);
    const { heard } = await listening(trades);
    const balance = exchange.watchBalance();
    await exchange.createOrder(BTC, 'market', 'buy', 1, undefined, { clientOrderId: 'in' });
    expect(await heard).toMatchObject([{ symbol: BTC, side: 'buy', amount: 1, price: 60000.1, takerOrMaker: 'taker' }]);
    expect((await balance)['USDT']).toMatchObject({ total: 999969.99995 });
  });

  test('watches a conditional order trigger', async () => {
    await put('1');
    const { heard } = await listening(exchange.watchOrders(BTC));
    await exchange.createOrder(BTC, 'market', 'sell', 1, undefined, {
      stopLossPrice: 58000,
      reduceOnly: true,
      clientOrderId: 'sl',
    });
    expect(await heard).toMatchObject([{ clientOrderId: 'sl', status: 'open', triggerPrice: 58000, side: 'sell' }]);
  });

  test('watches marks, one and all, the quote, the book, trades and candles', async () => {
    expect(await exchange.watchMarkPrice(BTC)).toMatchObject({ symbol: BTC, markPrice: 60000 });
    expect(Object.keys(await exchange.watchMarkPrices()).length).toBeGreaterThan(1);
    expect((await exchange.watchBidsAsks([BTC]))[BTC]).toMatchObject({ bid: 59999.9, ask: 60000.1 });
    const [candle] = await exchange.watchOHLCV(BTC, '1m');
    expect(candle!.slice(1, 5)).toEqual([60000, 60000, 60000, 60000]);
    const book = exchange.watchOrderBook(BTC, 5);
    let mark = 60000;
    const moving = setInterval(() => void bench.set('/paper/prices', { BTCUSDT: String((mark += 1)) }), 100);
    try {
      expect((await book).bids).toHaveLength(5);
    } finally {
      clearInterval(moving);
    }
  });

  test('places, finds and cancels over the WebSocket order API', async () => {
    const placed = await exchange.createOrderWs(BTC, 'limit', 'buy', 1, 59000, { clientOrderId: 'rest' });
    expect(placed).toMatchObject({ clientOrderId: 'rest', status: 'open', price: 59000 });
    expect(await exchange.fetchOrderWs(placed.id!, BTC)).toMatchObject({ id: placed.id, status: 'open' });
    expect(await exchange.cancelOrderWs(placed.id!, BTC)).toMatchObject({ status: 'canceled' });
    await put('1');
    expect(await exchange.createOrderWs(BTC, 'market', 'sell', 1, undefined, { reduceOnly: true })).toMatchObject({
      status: 'closed',
      filled: 1,
    });
    await expect(exchange.createOrderWs(BTC, 'market', 'sell', 1, undefined, { reduceOnly: true })).rejects.toThrow(
      /-2022/,
    );
  });

  test('places a conditional order there too, and cancels it', async () => {
    await put('1');
    const stop = await exchange.createOrderWs(BTC, 'market', 'sell', 1, undefined, {
      stopLossPrice: 58000,
      reduceOnly: true,
      clientOrderId: 'sl',
    });
    expect(stop).toMatchObject({ clientOrderId: 'sl', status: 'open' });
    await exchange.cancelOrderWs(stop.id!, BTC, { trigger: true });
    expect(await exchange.fetchOpenOrders(BTC, undefined, undefined, { trigger: true })).toEqual([]);
  });

  test('is cut off, dials again with the same key, and hears on', async () => {
    const { heard } = await listening(exchange.watchOrders(BTC));
    const cut = expect(heard).rejects.toThrow(ccxt.NetworkError);
    await bench.set('/paper/events', { kind: 'disconnectStreams' });
    await cut;
    const again = await listening(exchange.watchOrders(BTC));
    await exchange.createOrder(BTC, 'market', 'buy', 1, undefined, { clientOrderId: 'later' });
    expect((await again.heard)[0]).toMatchObject({ clientOrderId: 'later' });
  });

  test('hears nothing any more when its key has expired, and does not know it', async () => {
    const { heard } = await listening(exchange.watchOrders(BTC));
    await bench.set('/paper/events', { kind: 'listenKeyExpired' });
    await exchange.createOrder(BTC, 'market', 'buy', 1, undefined, { clientOrderId: 'unheard' });
    const marks = exchange.watchMarkPrice(BTC).then(() => 'the next mark');
    expect(await Promise.race([heard.then(() => 'the order'), marks])).toBe('the next mark');
  });
});
