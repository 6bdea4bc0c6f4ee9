/** What a close leaves beside it: orders that made way, who else took the position, what a reset plays again. */
import { startClose } from '../../src/client/start-close';
import { ghostWatchWorkflowId } from '../../src/domain/names';
import { signedPost } from '../support/signed-post';
import { decisionFor, rehearse, until } from '../support/rehearsal';
import type { Rehearsal } from '../support/rehearsal';

const ORDER = 'POST /fapi/v1/order';

let on: Rehearsal;
rehearse((rehearsal) => void (on = rehearsal));

const takeProfit = (symbol: string, quantity: string, price: string) =>
  signedPost(on.stack.paper.url, '/fapi/v1/order', {
    symbol,
    side: 'SELL',
    type: 'LIMIT',
    timeInForce: 'GTC',
    quantity,
    price,
    reduceOnly: 'true',
    newClientOrderId: 'take-profit',
  });

interface Resting {
  symbol: string;
  clientOrderId: string;
  price: string;
  quantity: string;
}

/** By the venue's own state, without any delay. */
const restingIn = async (symbol: string): Promise<Resting[]> => {
  const { openOrders } = (await on.paper.state()) as { openOrders: Resting[] };
  return openOrders.filter((order) => order.symbol === symbol);
};

it('a partial close puts the take-profit that claimed the position back, for what is left', async () => {
  await on.hold('LTCUSDT', 'LONG', '10');
  await takeProfit('LTCUSDT', '10', '95');
  const result = await on.close(decisionFor('LTC/USDT:USDT', 'long', { quantity: { amount: '4' } }));
  expect(result).toMatchObject({ outcome: 'closed', executedQuantity: '4', remainingQuantity: '6', notRestored: [] });
  expect(result.orders.map(({ restores }) => restores)).toEqual([undefined, undefined, 'take-profit']);
  expect(await restingIn('LTCUSDT')).toMatchObject([
    { price: '95.000', clientOrderId: result.orders[2]!.clientOrderId },
  ]);
  expect(await on.executed('LTCUSDT')).toEqual(['4']);
});

it('a close that is held meanwhile leaves the take-profit standing', async () => {
  await on.hold('BCHUSDT', 'LONG', '5');
  await takeProfit('BCHUSDT', '5', '480');
  await on.paper.breakNext({
    route: ORDER,
    when: 'before',
    kind: 'status',
    status: 400,
    code: -2022,
    msg: 'ReduceOnly Order is rejected.',
    match: { symbol: 'BCHUSDT' },
  });
  await on.refuseKey('BCHUSDT', 1);
  const receipt = await startClose(on.client, decisionFor('BCH/USDT:USDT', 'long'));
  await until('it is held', async () => (await on.progress(receipt.workflowId))?.state === 'held');
  const back = await until('it stands again, under a name of ours', async () =>
    (await restingIn('BCHUSDT')).find(({ clientOrderId }) => clientOrderId !== 'take-profit'),
  );
  expect(back).toMatchObject({ price: '480.000' });
  expect(await on.result(receipt)).toMatchObject({ outcome: 'closed', executedQuantity: '5', notRestored: [] });
  expect(await restingIn('BCHUSDT')).toEqual([]);
  expect(await on.executed('BCHUSDT')).toEqual(['5']);
});

it('a position that the venue deleverages mid-close is named so, by the order’s reserved name', async () => {
  await on.hold('ETCUSDT', 'LONG', '100');
  // The order is refused while the venue takes the position by itself.
  await on.paper.breakNext({ route: ORDER, when: 'before', kind: 'delay', ms: 1_500, match: { symbol: 'ETCUSDT' } });
  const receipt = await startClose(on.client, decisionFor('ETC/USDT:USDT', 'long'));
  await until('it has been read', async () => (await on.progress(receipt.workflowId))?.state === 'placing');
  await fetch(`${on.stack.paper.url}/paper/events`, {
    method: 'POST',
    body: JSON.stringify({ kind: 'adl', symbol: 'ETCUSDT', side: 'LONG', quantity: '100' }),
  });
  const result = await on.result(receipt);
  expect(result).toMatchObject({ outcome: 'closedElsewhere', executedQuantity: '0' });
  expect(result.takers).toMatchObject([{ by: 'adl', quantity: '100', record: { clientOrderId: 'adl_autoclose' } }]);
  expect(result.because).toContain('auto-deleveraging');
});

it('price protection of the venue (-4131) is answered with a limit order inside its band', async () => {
  await on.hold('SUIUSDT', 'LONG', '300');
  await on.paper.breakNext({
    route: ORDER,
    when: 'before',
    kind: 'status',
    status: 400,
    code: -4131,
    msg: 'The counterparty’s best price does not meet the PERCENT_PRICE filter limit.',
    match: { symbol: 'SUIUSDT' },
  });
  const result = await on.close(decisionFor('SUI/USDT:USDT', 'long'));
  expect(result).toMatchObject({ outcome: 'closed', executedQuantity: '300' });
  const requests = (await on.paper.requests()) as unknown as { path: string; params: Record<string, string> }[];
  const types = requests
    .filter(({ path, params }) => path === '/fapi/v1/order' && params['symbol'] === 'SUIUSDT' && params['type'])
    .map(({ params }) => `${params['type']} ${params['timeInForce'] ?? ''}`.trim());
  expect(types).toEqual(['MARKET', 'LIMIT IOC']);
});

it('a workflow reset to before its lost order plays it again, executes once, and is not ended by the ghost watch that runs already', async () => {
  await on.hold('APTUSDT', 'LONG', '50');
  await on.paper.breakNext({ route: ORDER, when: 'before', kind: 'drop', match: { symbol: 'APTUSDT' } });
  // Held after the lost order was judged absent, so that there is a run to reset.
  await on.paper.breakNext({
    route: ORDER,
    when: 'before',
    kind: 'status',
    status: 400,
    code: -2015,
    msg: 'Invalid API-key, IP, or permissions for action.',
    match: { symbol: 'APTUSDT' },
    times: 1,
  });
  const receipt = await startClose(on.client, decisionFor('APT/USDT:USDT', 'long'));
  const handle = on.client.client.workflow.getHandle(receipt.workflowId, receipt.runId);
  await until('it is held', async () => (await on.progress(receipt.workflowId))?.state === 'held');
  const { events } = await handle.fetchHistory();
  const firstTask = events!.find((event) => event.workflowTaskCompletedEventAttributes)!;
  const { runId } = await on.client.client.workflowService.resetWorkflowExecution({
    namespace: 'default',
    workflowExecution: { workflowId: receipt.workflowId, runId: receipt.runId },
    reason: 'a test',
    requestId: 'reset-1',
    workflowTaskFinishEventId: firstTask.eventId!,
  });
  const result = await on.client.client.workflow.result<() => Promise<typeof receipt & { outcome: string }>>(
    receipt.workflowId,
    runId,
  );
  expect(result.outcome).toBe('closed');
  expect(await on.executed('APTUSDT')).toEqual(['50']);
  const names = ((await on.paper.requests()) as unknown as { path: string; params: Record<string, string> }[])
    .filter(
      ({ path, params }) => path === '/fapi/v1/order' && params['symbol'] === 'APTUSDT' && params['newClientOrderId'],
    )
    .map(({ params }) => params['newClientOrderId']!);
  const watched = await on.client.client.workflow.getHandle(ghostWatchWorkflowId(names[0]!)).describe();
  expect(watched.type).toBe('GhostWatchWorkflow');
});
