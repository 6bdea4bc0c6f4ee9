/** Flattening an account, judged by the venue's log. */
import type { FlattenResult } from '../../src/domain/flatten/flatten-result';
import { aRequest, flattenStage, TWELVE_LEGS } from '../support/flatten-rehearsal';
import type { FlattenStage } from '../support/flatten-rehearsal';
import { startClose } from '../../src/client/start-close';
import { stopFlatten } from '../../src/client/stop-flatten';
import type { CloseproofProcess } from '../../scripts/local-stack/closeproof-process';
import { decisionFor, rehearse, until } from '../support/rehearsal';
import type { Rehearsal } from '../support/rehearsal';

let on: Rehearsal;
let stage: FlattenStage;
let worker: CloseproofProcess;

rehearse((rehearsal, first) => {
  on = rehearsal;
  stage = flattenStage(rehearsal);
  worker = first;
});

/** Every execution since the reset reduced, and together they are what was put on. */
async function expectReduced(legs: readonly { symbol: string; side: string; quantity: string }[]): Promise<void> {
  const executions = await on.paper.executions();
  for (const { symbol, side, quantity } of legs) {
    const [closing, leg] = [side === 'LONG' ? 'SELL' : 'BUY', [side, 'BOTH']];
    const own = executions.filter(
      (one) => one.symbol === symbol && one.side === closing && leg.includes(one.positionSide),
    );
    expect([symbol, side, own.reduce((sum, one) => sum + Number(one.quantity), 0)]).toEqual([
      symbol,
      side,
      Number(quantity),
    ]);
  }
  const grown = executions.filter((one) => Math.abs(Number(one.positionAfter)) > Math.abs(Number(one.positionBefore)));
  expect(grown).toEqual([]);
}

describe('in hedge mode', () => {
  it('closes twelve legs, cancels every order that could open one, and ends flat by the venue’s word', async () => {
    await on.paper.reset({ mode: 'hedge' });
    await on.paper.putPositions(TWELVE_LEGS);
    await stage.restEntry('BTCUSDT', '58000', { positionSide: 'LONG' });
    await stage.restEntry('UNIUSDT', '7.8', { positionSide: 'LONG', quantity: '10' });
    await stage.restConditional('ATOMUSDT', '9.3', { side: 'BUY', positionSide: 'LONG', quantity: '5' });
    await stage.restConditional('BTCUSDT', '57000', { side: 'SELL', positionSide: 'LONG', quantity: '0.5' });

    const result = await stage.result(await stage.begin());

    expect(result).toMatchObject({ outcome: 'flat', leftOpen: [], cancelledCount: 3 });
    expect(result.lines.map(({ state }) => state)).toEqual(TWELVE_LEGS.map(() => 'flat'));
    expect(await stage.left()).toEqual({ positions: [], orders: [] });
    await expectReduced(TWELVE_LEGS);
  });
});

describe('in one-way mode', () => {
  const THREE = TWELVE_LEGS.filter(({ symbol }) => /^(BNB|XRP|LINK)/.test(symbol));

  beforeEach(async () => {
    await on.paper.reset({ mode: 'one-way' });
    await on.paper.mend();
  });

  afterEach(() => stopFlatten(on.client, 'main', { operator: 'carol', reason: 'the test is over' }));

  /** No order in a market is taken, until it is mended. */
  const halt = (symbol: string) => on.refuseKey(symbol, 1_000);

  const heldLines = async () =>
    until('everything left is held', async () => {
      const progress = (await stage.status())?.progress;
      return progress?.state === 'held' ? progress.lines.filter(({ state }) => state === 'held') : null;
    });

  it('a position that cannot be closed keeps it running and is named; mended, it ends flat', async () => {
    await on.paper.putPositions(THREE);
    await halt('XRPUSDT');
    const receipt = await stage.begin();
    const [held] = await heldLines();
    expect(held).toMatchObject({ symbol: 'XRP/USDT:USDT', quantity: '900' });
    expect(held?.because).toBe('-2015 Invalid API-key, IP, or permissions for action.');
    const description = await on.client.client.workflow.getHandle(receipt.workflowId).describe();
    expect(description.status.name).toBe('RUNNING');
    await until('a person is told', () =>
      Promise.resolve(on.workerLines.join('\n').includes('FLATTEN HELD: XRPUSDT long 900') || null),
    );

    await on.paper.mend();
    // Asked again by a person, a held close is woken at once.
    const again = await stage.begin();
    expect(again).toMatchObject({ kind: 'joined', runId: receipt.runId });
    const result = await stage.result(receipt);
    expect(result).toMatchObject({ outcome: 'flat', leftOpen: [] });
    expect(result.asked.map(({ requestId }) => requestId)).toEqual([receipt.requestId, again.requestId]);
    await expectReduced(THREE);
  });

  it('a position that appears meanwhile is closed too', async () => {
    await on.paper.putPositions(THREE);
    await halt('XRPUSDT');
    const receipt = await stage.begin();
    await heldLines();
    await on.hold('SOLUSDT', 'LONG', '8');
    await until('it is closed', async () => (await on.executed('SOLUSDT')).length > 0, 60_000);
    await on.paper.mend();
    await stage.begin();
    expect((await stage.result(receipt)).outcome).toBe('flat');
    await expectReduced([...THREE, { symbol: 'SOLUSDT', side: 'LONG', quantity: '8' }]);
  });

  it('a stop by an operator ends it, and names what is open', async () => {
    await on.paper.putPositions(THREE);
    await halt('LINKUSDT');
    const receipt = await stage.begin();
    await heldLines();
    expect(await stopFlatten(on.client, 'main', { operator: 'carol', reason: 'the broker closes it' })).toBe(true);
    const result = await stage.result(receipt);
    expect(result).toMatchObject({ outcome: 'handedOver', because: expect.stringContaining('carol') as string });
    expect(result.leftOpen).toEqual([expect.stringContaining('LINKUSDT long 25') as string]);
    expect(await stopFlatten(on.client, 'main', { operator: 'carol', reason: 'again' })).toBe(false);
  });

  it('only what is in scope goes, and a second request widens it', async () => {
    await on.paper.putPositions(THREE);
    await stage.restEntry('XRPUSDT', '0.58', { quantity: '100' });
    const only = { symbols: ['BNB/USDT:USDT'], side: null };
    const narrow = await stage.result(await stage.begin({ scope: only }));
    expect(narrow.lines.map(({ symbol }) => symbol)).toEqual(['BNB/USDT:USDT']);
    const { positions, orders } = await stage.left();
    expect([positions.length, orders.length]).toEqual([2, 1]);

    expect((await stage.result(await stage.begin())).lines).toHaveLength(2);
    expect(await stage.left()).toEqual({ positions: [], orders: [] });
    await expectReduced(THREE);
  });

  it('a close that runs already is joined, and not doubled', async () => {
    await on.paper.putPositions(THREE);
    await on.paper.breakNext({
      ...{ route: 'POST /fapi/v1/order', when: 'before', kind: 'delay', ms: 1_500, match: { symbol: 'BNBUSDT' } },
    });
    const close = await startClose(on.client, decisionFor('BNB/USDT:USDT', 'long'));
    const result = await stage.result(await stage.begin());
    expect(result.outcome).toBe('flat');
    expect((await on.result(close)).asked.map(({ reason }) => reason)).toEqual(['STOP_LOSS', 'FLATTEN']);
    expect(await on.executed('BNBUSDT')).toEqual(['4']);
  });

  it('the same request sent again is not acted on again', async () => {
    const first = await stage.begin({ requestId: 'key-1' });
    await stage.result(first);
    await on.hold('ADAUSDT', 'LONG', '50');
    expect(await stage.begin({ requestId: 'key-1' })).toMatchObject({ kind: 'handledBefore', runId: first.runId });
    expect(await on.executed('ADAUSDT')).toEqual([]);
  });

  it('goes on in fresh histories without losing a close, or who asked', async () => {
    await on.paper.putPositions(THREE);
    await halt('XRPUSDT');
    const [request, bob] = [aRequest(), aRequest({ operator: 'bob', source: 'operator:bob' })];
    const { workflow } = on.client.client;
    const handle = await workflow.start('FlattenWorkflow', {
      ...{ workflowId: 'flatten:main', taskQueue: 'close-main', args: [request, 2] },
    });
    await workflow.getHandle('flatten:main').signal('flattenRequested', bob);
    await until('it is in another run', async () => {
      const { runId } = await workflow.getHandle('flatten:main').describe();
      return runId !== handle.firstExecutionRunId;
    });
    await heldLines();
    await on.paper.mend();
    await stage.begin({ requestId: 'third' });
    const result = (await handle.result()) as FlattenResult;
    expect(result).toMatchObject({ outcome: 'flat', leftOpen: [] });
    expect(result.asked.map(({ requestId }) => requestId)).toEqual([request.requestId, bob.requestId, 'third']);
    await expectReduced(THREE);
    const query = `WorkflowId = 'flatten:main' AND CloseAccount = 'main' AND CloseOutcome = 'flat'`;
    await until('the last run is found by its account and outcome', async () => {
      for await (const { historyLength } of workflow.list({ query })) return historyLength > 0;
      return null;
    });
  });

  it('a start that is no request is refused by the name of its field', async () => {
    const { operator: _lost, ...nobody } = aRequest();
    const result: unknown = await on.client.client.workflow.execute('FlattenWorkflow', {
      ...{ workflowId: 'flatten:main', taskQueue: 'close-main', args: [nobody] },
    });
    expect(result).toMatchObject({ outcome: 'refused', because: 'malformed: operator: is missing' });
  });

  // Last: it ends the worker that the others share.
  it('outlives its worker', async () => {
    await on.paper.putPositions(
      TWELVE_LEGS.filter(({ symbol, side }) => !(/BTC|ETH/.test(symbol) && side === 'SHORT')),
    );
    await on.paper.breakNext({
      ...{ route: 'POST /fapi/v1/order', when: 'after', kind: 'delay', ms: 700, times: 5 },
    });
    const receipt = await stage.begin();
    await until('closes have begun to execute', async () => (await on.paper.executions()).length > 0);
    await worker.kill();
    await on.stack.startWorker();
    expect((await stage.result(receipt)).outcome).toBe('flat');
    expect((await stage.left()).positions).toEqual([]);
    await expectReduced(TWELVE_LEGS.filter(({ symbol, side }) => !(/BTC|ETH/.test(symbol) && side === 'SHORT')));
  });
});
