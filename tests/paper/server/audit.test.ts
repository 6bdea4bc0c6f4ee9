import { Bench } from '../support/exchange';

describe('the audit', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await Bench.start();
  });
  beforeEach(async () => {
    await bench.set('/paper/reset', {});
    await bench.set('/paper/positions', [
      { symbol: 'BTCUSDT', side: 'LONG', quantity: '1' },
      { symbol: 'ETHUSDT', side: 'SHORT', quantity: '3' },
    ]);
  });
  afterAll(() => bench.stop());

  const close = () => bench.order({ side: 'SELL', quantity: '1', reduceOnly: 'true', newClientOrderId: 'close' });

  test('tells everything in order, without gaps, and executions name their cause', async () => {
    await close();
    const lines = await bench.audit();
    expect(lines.map(({ sequence, kind }) => `${sequence} ${kind}`)).toEqual([
      '1 admin',
      '2 request',
      '3 order',
      '4 execution',
    ]);
    expect(lines[3]).toMatchObject({
      cause: 2,
      clientOrderId: 'close',
      symbol: 'BTCUSDT',
      side: 'SELL',
      positionSide: 'BOTH',
      quantity: '1',
      price: '59999.9',
      reduceOnly: true,
      positionBefore: '1',
      positionAfter: '0',
    });
  });

  test('keeps what was asked, but not the signature', async () => {
    await close();
    const [line] = await bench.audit('?kind=request');
    expect(line).toMatchObject({
      method: 'POST',
      path: '/fapi/v1/order',
      status: 200,
      executed: true,
      params: { quantity: '1', reduceOnly: 'true' },
    });
    expect(line!.params).toHaveProperty('timestamp');
    expect(line!.params).not.toHaveProperty('signature');
  });

  test('a refused request is there with its code, and did nothing', async () => {
    await bench.order({ side: 'BUY', quantity: '1', reduceOnly: 'true' });
    expect(await bench.audit('?kind=request')).toMatchObject([{ status: 400, code: -2022, executed: false }]);
    expect(await bench.audit('?kind=execution')).toEqual([]);
  });

  test("an unknown path is Binance's -5000, and is there too", async () => {
    const answer = await bench.get('/fapi/v1/teapot?x=1');
    expect(answer).toMatchObject({
      status: 404,
      body: { code: -5000, msg: 'Path /fapi/v1/teapot, Method GET is invalid' },
    });
    expect(await bench.audit('?kind=request')).toMatchObject([
      { path: '/fapi/v1/teapot', status: 404, code: -5000, params: { x: '1' } },
    ]);
  });

  test('can be asked by market and from a sequence number on', async () => {
    await close();
    await bench.order({ symbol: 'ETHUSDT', side: 'BUY', quantity: '3', reduceOnly: 'true' });
    expect((await bench.audit('?symbol=ETHUSDT')).map(({ kind }) => kind)).toEqual(['request', 'order', 'execution']);
    const [first] = await bench.audit('?kind=execution');
    expect((await bench.audit(`?since=${first!.sequence}`)).every(({ sequence }) => sequence > first!.sequence)).toBe(
      true,
    );
    expect(await bench.audit(`?kind=execution&since=${first!.sequence}`)).toMatchObject([{ symbol: 'ETHUSDT' }]);
  });

  test('shows knock-outs and cancellations with their reason', async () => {
    await bench.order({
      type: 'LIMIT',
      timeInForce: 'GTC',
      side: 'SELL',
      quantity: '1',
      price: '61000',
      reduceOnly: 'true',
      newClientOrderId: 'tp',
    });
    await bench.order({ side: 'SELL', quantity: '2' });
    const reasons = (await bench.audit('?kind=order')).filter(({ reason }) => reason);
    expect(reasons).toMatchObject([
      { clientOrderId: 'tp', status: 'EXPIRED', reason: 'knocked out: nothing is left to reduce' },
    ]);
  });
});
