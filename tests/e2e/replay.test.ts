import { Worker } from '@temporalio/worker';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils';
import { createLogger } from '../../src/config/logger';
import { startClose } from '../../src/client/start-close';
import { installRuntime } from '../../worker/install-runtime';
import { workflowBundle } from '../../worker/workflow-bundle';
import { decisionFor, rehearse } from '../support/rehearsal';
import type { Rehearsal } from '../support/rehearsal';

let on: Rehearsal;

installRuntime(createLogger('silent'));
rehearse((rehearsal) => void (on = rehearsal));

const ORDER = 'POST /fapi/v1/order';

/** A finished close's history, written out and read back, as an archive would. */
async function historyOf(symbol: string, unified: string) {
  await on.hold(symbol, 'LONG', '2');
  const receipt = await startClose(on.client, decisionFor(unified, 'long'));
  await on.result(receipt);
  const history = await on.client.client.workflow.getHandle(receipt.workflowId, receipt.runId).fetchHistory();
  return {
    workflowId: receipt.workflowId,
    history: historyFromJSON(JSON.parse(historyToJSON(history))),
  };
}

const replay = async ({ history, workflowId }: Awaited<ReturnType<typeof historyOf>>) =>
  Worker.runReplayHistory({ workflowBundle: await workflowBundle(createLogger('silent')) }, history, workflowId);

it('the history of a clean close replays without a server', async () => {
  await expect(replay(await historyOf('BTCUSDT', 'BTC/USDT:USDT'))).resolves.toBeUndefined();
});

it('so does that of a close whose first order was lost and proven absent', async () => {
  await on.paper.breakNext({ route: ORDER, when: 'before', kind: 'drop', match: { symbol: 'ETHUSDT' } });
  const lost = await historyOf('ETHUSDT', 'ETH/USDT:USDT');
  expect(lost.history.events?.length).toBeGreaterThan(25);
  await expect(replay(lost)).resolves.toBeUndefined();
});

it('a history whose order was given another name does not', async () => {
  const forged = await historyOf('BNBUSDT', 'BNB/USDT:USDT');
  const scheduled = forged.history.events?.find(
    (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'placeOrder',
  );
  scheduled!.activityTaskScheduledEventAttributes!.activityType!.name = 'awaitTerminalFilled';
  await expect(replay(forged)).rejects.toThrow(/[Nn]ondeterminism/);
});
