import type { CloseStatus } from '../../src/domain/messages';
import { closeWorkflowId } from '../../src/domain/names';
import { manualClose } from '../../src/client/manual-close';
import { decideNow } from '../../src/client/decide-now';
import { startClose } from '../../src/client/start-close';
import { proofChain } from '../../src/proof/proof-chain';
import { readHistory } from '../../src/proof/read-history';
import { decisionFor, rehearse, until } from '../support/rehearsal';
import type { Rehearsal } from '../support/rehearsal';

let on: Rehearsal;

rehearse((rehearsal) => void (on = rehearsal));

describe('a clean close', () => {
  it('ends closed with one execution, in at most 17 events that hold the four markers in order', async () => {
    await on.hold('BTCUSDT', 'LONG', '0.5');
    const receipt = await startClose(on.client, decisionFor('BTC/USDT:USDT', 'long'));
    const result = await on.result(receipt);
    expect(result).toMatchObject({
      outcome: 'closed',
      startQuantity: '0.5',
      executedQuantity: '0.5',
      remainingQuantity: '0',
    });

    const executions = await on.paper.executions('BTCUSDT');
    expect(executions).toMatchObject([{ quantity: '0.5', reduceOnly: true, positionAfter: '0' }]);
    const history = await on.client.client.workflow.getHandle(receipt.workflowId, receipt.runId).fetchHistory();
    expect(history.events?.length).toBeLessThanOrEqual(17);
    expect(proofChain(readHistory(history)).map((link) => link.marker)).toEqual([
      'EXIT_PUBLISH',
      'MARGIN CHECK SKIPPED',
      'CLOSE_EXECUTED',
      'TERMINAL STATE: FILLED',
    ]);
  });

  it('leaves log lines that can be grepped for symbol, source, reason, order and trace', async () => {
    await on.hold('ETHUSDT', 'SHORT', '2');
    const decision = decisionFor('ETH/USDT:USDT', 'short', { reason: 'TRAILING_STOP' });
    await on.close(decision);
    const lines = on.workerLines.filter((line) => line.includes(decision.traceId)).map(parse);
    const executed = lines.find((line) => line['msg'] === 'CLOSE_EXECUTED');
    expect(executed).toMatchObject({
      symbol: 'ETH/USDT:USDT',
      source: 'exit-monitor',
      reason: 'TRAILING_STOP',
      trace_id: decision.traceId,
      orderId: expect.stringMatching(/^\d+$/) as string,
    });
    expect(lines.map((line) => line['msg'])).toEqual(
      expect.arrayContaining(['MARGIN CHECK SKIPPED', 'CLOSE_EXECUTED', 'TERMINAL STATE: FILLED']),
    );
  });

  it('can be found in Temporal by its outcome and its reason', async () => {
    await on.hold('BNBUSDT', 'LONG', '3');
    const receipt = await startClose(
      on.client,
      decisionFor('BNBUSDT', 'long', { symbol: 'BNB/USDT:USDT', reason: 'MAX_HOLD' }),
    );
    await on.result(receipt);
    const query = `CloseOutcome = 'closed' AND CloseReason = 'MAX_HOLD' AND CloseSymbol = 'BNBUSDT'`;
    const found = await until('visibility lists it', async () => {
      for await (const { runId } of on.client.client.workflow.list({ query })) return runId;
      return null;
    });
    expect(found).toBe(receipt.runId);
  });

  it('sends no request for margin, balance or leverage', async () => {
    const paths = (await on.paper.requests()).map((request) => request.path);
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => /account|balance|leverage|margin/i.test(path))).toEqual([]);
  });
});

describe('who asks', () => {
  it('five triggers at once are one close, which names all five', async () => {
    await on.hold('SOLUSDT', 'LONG', '10');
    const decisions = Array.from({ length: 5 }, () => decisionFor('SOL/USDT:USDT', 'long'));
    await on.paper.breakNext({
      route: 'POST /fapi/v1/order',
      when: 'before',
      kind: 'delay',
      ms: 800,
      match: { symbol: 'SOLUSDT' },
    });
    const receipts = await Promise.all(decisions.map((decision) => startClose(on.client, decision)));
    expect(receipts.map((receipt) => receipt.kind).sort()).toEqual(['joined', 'joined', 'joined', 'joined', 'started']);
    const result = await on.result(receipts[0]!);
    expect(result.asked.map((asker) => asker.decisionId).sort()).toEqual(decisions.map((one) => one.decisionId).sort());
    expect(await on.paper.executions('SOLUSDT')).toHaveLength(1);
  });

  it('the same decision sent again is not acted on again', async () => {
    await on.hold('XRPUSDT', 'LONG', '100');
    const decision = decisionFor('XRP/USDT:USDT', 'long');
    await on.close(decision);
    await on.hold('XRPUSDT', 'LONG', '70');
    const again = await startClose(on.client, decision);
    expect(again.kind).toBe('handledBefore');
    expect(await on.paper.executions('XRPUSDT')).toHaveLength(1);
  });

  it('a close started by hand in Temporal with a field missing is refused by its name', async () => {
    const { reduceOnly: _left, ...incomplete } = decisionFor('ADA/USDT:USDT', 'long');
    const workflowId = closeWorkflowId({ account: 'main', symbol: 'ADA/USDT:USDT', side: 'long' });
    const result: unknown = await on.client.client.workflow.execute('CloseWorkflow', {
      workflowId,
      taskQueue: 'close-main',
      args: [incomplete],
    });
    expect(result).toMatchObject({
      outcome: 'refused',
      because: expect.stringContaining('reduceOnly: is missing') as string,
    });
  });

  it('a decision for a position that another id locks is refused', async () => {
    const decision = decisionFor('ADA/USDT:USDT', 'long');
    const result: unknown = await on.client.client.workflow.execute('CloseWorkflow', {
      workflowId: 'close:mine',
      taskQueue: 'close-main',
      args: [decision],
    });
    expect(result).toMatchObject({ outcome: 'refused', because: expect.stringContaining('wrongWorkflowId') as string });
  });

  it.each([
    ['an unknown symbol', { symbol: 'NOSUCH/USDT:USDT' }, 'unknownSymbol'],
    ['a source nobody allowed', { source: 'telegram' }, 'unknownSource'],
    ['an expired decision', { decidedAt: '2020-01-01T00:00:00Z', expiresAt: '2020-01-01T00:01:00Z' }, 'expired'],
  ])('%s is refused, and no order is sent', async (_name, changes, refusal) => {
    await on.hold('DOTUSDT', 'LONG', '5');
    const result = await on.close(decisionFor('DOT/USDT:USDT', 'long', changes));
    expect(result).toMatchObject({
      outcome: 'refused',
      because: expect.stringContaining(refusal) as string,
      orders: [],
    });
    expect(await on.paper.executions('DOTUSDT')).toEqual([]);
  });
});

describe('whose position', () => {
  it('a position entered at another price is left alone', async () => {
    await on.paper.putPositions([{ symbol: 'LTCUSDT', side: 'LONG', quantity: '4', entryPrice: '81' }]);
    const result = await on.close(decisionFor('LTC/USDT:USDT', 'long', { observed: { entryPrice: '80' } }));
    expect(result).toMatchObject({ outcome: 'replaced', remainingQuantity: '4', orders: [] });
  });

  it('nothing open is already flat', async () => {
    expect(await on.close(decisionFor('UNI/USDT:USDT', 'long'))).toMatchObject({ outcome: 'alreadyFlat', orders: [] });
  });

  it('half of a position closes, and the other half stays with what protects it', async () => {
    await on.hold('AAVEUSDT', 'LONG', '8');
    const result = await on.close(decisionFor('AAVE/USDT:USDT', 'long', { quantity: { fraction: '0.5' } }));
    expect(result).toMatchObject({ outcome: 'closed', executedQuantity: '4', remainingQuantity: '4' });
  });
});

describe('an operator', () => {
  const byHand = (symbol: string, side: 'long' | 'short') =>
    decideNow({
      account: 'main',
      symbol,
      side,
      quantity: 'all',
      reason: 'MANUAL',
      source: 'operator:alice',
      validForMs: 60_000,
    });

  it('starts a close with the manual-close signal, and stands in its result', async () => {
    await on.hold('LINKUSDT', 'SHORT', '30');
    const decision = byHand('LINK/USDT:USDT', 'short');
    const receipt = await manualClose(on.client, { operator: 'alice', reason: 'going home', decision });
    expect(receipt.kind).toBe('started');
    expect(await on.result(receipt)).toMatchObject({ outcome: 'closed', asked: [{ source: 'operator:alice' }] });
  });

  it('cancelling the workflow while an order is in flight abandons nothing: the order is settled first', async () => {
    await on.hold('AVAXUSDT', 'LONG', '20');
    await on.paper.breakNext({
      route: 'POST /fapi/v1/order',
      when: 'after',
      kind: 'delay',
      ms: 1_000,
      match: { symbol: 'AVAXUSDT' },
    });
    const receipt = await startClose(on.client, decisionFor('AVAX/USDT:USDT', 'long'));
    await until('the venue executed', async () => (await on.paper.executions('AVAXUSDT'))[0]);
    await on.client.client.workflow.getHandle(receipt.workflowId).cancel();
    expect(await on.result(receipt)).toMatchObject({ outcome: 'closed', remainingQuantity: '0' });
    expect(await on.paper.executions('AVAXUSDT')).toHaveLength(1);
  });

  it('cancelling a close that waits hands it over, with what is left named', async () => {
    await on.hold('ATOMUSDT', 'LONG', '9');
    await on.refuseKey('ATOMUSDT', 50);
    const receipt = await startClose(on.client, decisionFor('ATOM/USDT:USDT', 'long'));
    await until('it is held', async () => (await on.progress(receipt.workflowId))?.state === 'held');
    await on.client.client.workflow.getHandle(receipt.workflowId).cancel();
    expect(await on.result(receipt)).toMatchObject({
      outcome: 'handedOver',
      remainingQuantity: '9',
      executedQuantity: '0',
    });
    expect(await on.paper.executions('ATOMUSDT')).toEqual([]);
  });

  it('what is no decision, or has expired, or is for another position, joins nothing, and the close says so', async () => {
    await on.hold('NEARUSDT', 'LONG', '40');
    await on.refuseKey('NEARUSDT', 50);
    const receipt = await startClose(
      on.client,
      decisionFor('NEAR/USDT:USDT', 'long', { quantity: { fraction: '0.5' } }),
    );
    const handle = on.client.client.workflow.getHandle(receipt.workflowId);
    const expired = { decidedAt: '2020-01-01T00:00:00Z', expiresAt: '2020-01-01T00:01:00Z' };
    await handle.signal('exitRequested', decisionFor('NEAR/USDT:USDT', 'long', expired));
    await handle.signal('exitRequested', decisionFor('BTC/USDT:USDT', 'long'));
    await handle.signal('exitRequested', { symbol: 'NEARUSDT' });
    await handle.signal('release', {});
    const { refusedMessages, asked } = await handle.query<CloseStatus>('closeStatus');
    expect(asked).toHaveLength(1);
    expect(refusedMessages.map(({ because }) => because)).toEqual([
      expect.stringContaining('expired at 2020-01-01T00:01:00Z'),
      expect.stringContaining('is for close:main:BTCUSDT:long'),
      expect.stringContaining('reduceOnly: is missing'),
      expect.stringContaining('who takes over and why'),
    ]);
    await handle.signal('release', { operator: 'alice', reason: 'seen enough' });
    expect(await on.result(receipt)).toMatchObject({ outcome: 'handedOver', remainingQuantity: '40' });
  });

  it('a manual close wakes a held close, joins it, and it goes on at once', async () => {
    await on.hold('FILUSDT', 'LONG', '15');
    await on.refuseKey('FILUSDT', 1);
    const receipt = await startClose(on.client, decisionFor('FIL/USDT:USDT', 'long'));
    await until('it is held', async () => (await on.progress(receipt.workflowId))?.state === 'held');
    const joined = await manualClose(on.client, {
      operator: 'alice',
      reason: 'key is mended',
      decision: byHand('FIL/USDT:USDT', 'long'),
    });
    expect(joined).toMatchObject({ kind: 'joined', runId: receipt.runId });
    const result = await on.result(receipt);
    expect(result).toMatchObject({ outcome: 'closed' });
    expect(result.asked.map((asker) => asker.source)).toEqual(['exit-monitor', 'operator:alice']);
  });
});

const parse = (line: string): Record<string, unknown> => JSON.parse(line) as Record<string, unknown>;
