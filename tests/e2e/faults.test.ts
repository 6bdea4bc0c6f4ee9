import { releaseClose } from '../../src/client/release-close';
import { startClose } from '../../src/client/start-close';
import type { CloseproofProcess } from '../../scripts/local-stack/closeproof-process';
import { signedPost } from '../support/signed-post';
import { decisionFor, rehearse, until } from '../support/rehearsal';
import type { Rehearsal } from '../support/rehearsal';

const ORDER = 'POST /fapi/v1/order';

let on: Rehearsal;
let worker: CloseproofProcess;

rehearse((rehearsal, first) => {
  on = rehearsal;
  worker = first;
});

describe('a reply that is lost', () => {
  it.each(['drop', 'stall', 'cut'] as const)(
    'after the venue executed (%s) ends flat with one execution',
    async (kind) => {
      const [symbol, unified] = {
        drop: ['BTCUSDT', 'BTC/USDT:USDT'],
        stall: ['ETHUSDT', 'ETH/USDT:USDT'],
        cut: ['BNBUSDT', 'BNB/USDT:USDT'],
      }[kind] as [string, string];
      await on.hold(symbol, 'LONG', '3');
      await on.paper.breakNext({ route: ORDER, when: 'after', kind, match: { symbol } });
      const result = await on.close(decisionFor(unified, 'long'));
      expect(result).toMatchObject({
        outcome: 'closed',
        orders: [{ submission: 'unknown', fate: 'terminal', status: 'FILLED' }],
      });
      expect(await on.executed(symbol)).toEqual(['3']);
    },
  );

  it('before the venue executed is proven absent behind the fence, and the next order closes', async () => {
    await on.hold('SOLUSDT', 'SHORT', '7');
    await on.paper.breakNext({ route: ORDER, when: 'before', kind: 'drop', match: { symbol: 'SOLUSDT' } });
    const result = await on.close(decisionFor('SOL/USDT:USDT', 'short'));
    expect(result.orders).toMatchObject([
      { round: 1, submission: 'unknown', fate: 'absent' },
      { round: 2, submission: 'accepted', fate: 'terminal' },
    ]);
    expect(result.orders[0]!.clientOrderId).not.toBe(result.orders[1]!.clientOrderId);
    expect(result).toMatchObject({ outcome: 'closed', executedQuantity: '7' });
    expect(await on.executed('SOLUSDT')).toEqual(['7']);
  });

  it('with the venue’s “unknown error, try again later” is looked up, not sent again', async () => {
    await on.hold('XRPUSDT', 'LONG', '500');
    await on.paper.breakNext({
      route: ORDER,
      when: 'after',
      kind: 'status',
      status: 503,
      msg: 'Unknown error, please check your request or try again later.',
      match: { symbol: 'XRPUSDT' },
    });
    expect(await on.close(decisionFor('XRP/USDT:USDT', 'long'))).toMatchObject({ outcome: 'closed' });
    expect(await on.executed('XRPUSDT')).toEqual(['500']);
  });
});

describe('a worker that dies', () => {
  it('between execution and the recorded result leaves one execution, and another worker ends flat', async () => {
    await on.hold('AVAXUSDT', 'LONG', '40');
    await on.paper.breakNext({ route: ORDER, when: 'after', kind: 'stall', match: { symbol: 'AVAXUSDT' } });
    const receipt = await startClose(on.client, decisionFor('AVAX/USDT:USDT', 'long'));
    await until('the venue executed', async () => (await on.paper.executions('AVAXUSDT'))[0]);
    await worker.kill();
    worker = await on.stack.startWorker();
    const result = await on.result(receipt);
    expect(result).toMatchObject({
      outcome: 'closed',
      orders: [{ submission: 'unknown', said: expect.stringContaining('workerLost') as string }],
    });
    expect(await on.executed('AVAXUSDT')).toEqual(['40']);
  });

  it('while it waits for the order to settle is replaced, and the order is not sent again', async () => {
    await on.hold('LINKUSDT', 'LONG', '40');
    const lookUp = {
      route: 'GET /fapi/v1/order',
      when: 'before',
      kind: 'stall',
      match: { symbol: 'LINKUSDT' },
    } as const;
    await on.paper.breakNext(lookUp);
    const receipt = await startClose(on.client, decisionFor('LINK/USDT:USDT', 'long'));
    await until('the venue executed', async () => (await on.paper.executions('LINKUSDT'))[0]);
    await worker.kill();
    worker = await on.stack.startWorker();
    expect(await on.result(receipt)).toMatchObject({ outcome: 'closed', executedQuantity: '40' });
    expect(await on.executed('LINKUSDT')).toEqual(['40']);
  });
});

describe('resting orders', () => {
  it('that claim the whole position give way, and what rests for nothing after flat is cancelled', async () => {
    await on.hold('LTCUSDT', 'LONG', '10');
    await signedPost(on.stack.paper.url, '/fapi/v1/order', {
      symbol: 'LTCUSDT',
      side: 'SELL',
      type: 'LIMIT',
      timeInForce: 'GTC',
      quantity: '10',
      price: '95',
      reduceOnly: 'true',
    });
    await signedPost(on.stack.paper.url, '/fapi/v1/algoOrder', {
      symbol: 'LTCUSDT',
      side: 'SELL',
      algoType: 'CONDITIONAL',
      type: 'STOP_MARKET',
      triggerPrice: '60',
      quantity: '10',
      reduceOnly: 'true',
    });
    const result = await on.close(decisionFor('LTC/USDT:USDT', 'long'));
    expect(result).toMatchObject({ outcome: 'closed', executedQuantity: '10', leftResting: [] });
    expect(result.orders[0]).toMatchObject({
      submission: 'rejected',
      said: expect.stringContaining('-2022') as string,
    });
    expect(result.cancelled).toHaveLength(2);
    expect(result.cancelled[0]).toContain('LIMIT');
    expect(result.cancelled[1]).toContain('STOP_MARKET');
  });
});

describe('a key that the venue refuses', () => {
  it('holds the close and says so, and the close ends flat once a worker has the right key', async () => {
    await worker.stop();
    const wrong = await on.stack.startWorker({
      CLOSEPROOF_API_KEY: 'not-the-key',
      CLOSEPROOF_API_SECRET: 'paper-secret',
    });
    await on.hold('DOTUSDT', 'LONG', '12');
    const receipt = await startClose(on.client, decisionFor('DOT/USDT:USDT', 'long'));
    const progress = await until('it is held', async () => {
      const seen = await on.progress(receipt.workflowId);
      return seen?.state === 'held' ? seen : null;
    });
    expect(progress.trouble).toMatchObject({
      type: 'CredentialsRefused',
      detail: expect.stringContaining('-2015') as string,
    });
    expect(on.workerLines.some((line) => line.includes('CLOSE HELD'))).toBe(true);
    expect(on.workerLines.some((line) => line.includes('not-the-key') || line.includes('paper-secret'))).toBe(false);
    await wrong.stop();
    worker = await on.stack.startWorker();
    expect(await on.result(receipt)).toMatchObject({ outcome: 'closed', executedQuantity: '12' });
  });
});

describe('a venue that stays silent', () => {
  it('is looked for again and again, and a person may take the close over', async () => {
    await on.hold('UNIUSDT', 'LONG', '30');
    await on.paper.breakNext({ route: 'GET /fapi/v3/positionRisk', when: 'before', kind: 'drop', times: 1_000 });
    const receipt = await startClose(on.client, decisionFor('UNI/USDT:USDT', 'long'));
    await until(
      'it has met three misfortunes',
      async () => ((await on.progress(receipt.workflowId))?.misfortunes ?? 0) >= 3,
    );
    const target = { account: 'main', symbol: 'UNI/USDT:USDT', side: 'long' } as const;
    expect(await releaseClose(on.client, target, { operator: 'alice', reason: 'closing it on the phone' })).toBe(true);
    const result = await on.result(receipt);
    expect(result).toMatchObject({
      outcome: 'handedOver',
      because: expect.stringContaining('alice') as string,
      orders: [],
    });
    await on.paper.mend();
  });
});

describe('hedge mode', () => {
  it('closes one leg by its position side, without the flag that the venue refuses there, and leaves the other', async () => {
    await on.paper.reset({ mode: 'hedge' });
    await on.paper.putPositions([
      { symbol: 'ADAUSDT', side: 'LONG', quantity: '100' },
      { symbol: 'ADAUSDT', side: 'SHORT', quantity: '60' },
    ]);
    expect(await on.close(decisionFor('ADA/USDT:USDT', 'long'))).toMatchObject({
      outcome: 'closed',
      executedQuantity: '100',
    });
    expect(await on.paper.executions('ADAUSDT')).toMatchObject([
      { quantity: '100', positionSide: 'LONG', side: 'SELL' },
    ]);
    expect(await on.close(decisionFor('ADA/USDT:USDT', 'short'))).toMatchObject({
      outcome: 'closed',
      executedQuantity: '60',
    });
  });
});
