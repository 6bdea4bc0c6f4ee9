/** What several scenarios have in common. */
import { decideNow } from '../../../src/client/decide-now';
import { releaseClose } from '../../../src/client/release-close';
import { startClose } from '../../../src/client/start-close';
import type { ExitDecision } from '../../../src/domain/exit-decision';
import type { PaperFault } from '../../../scripts/local-stack/paper-admin';
import { decisionFor, until } from '../../support/rehearsal';
import type { Rehearsal } from '../../support/rehearsal';
import { signedPost } from '../../support/signed-post';
import type { Run } from './scenario';

export const BTC = 'BTC/USDT:USDT';
export const TARGET = { account: 'main', symbol: BTC, side: 'long' } as const;
export const ORDER = 'POST /fapi/v1/order';

/** One bitcoin long, closed by the monitor. */
export const startLong = async (on: Rehearsal, changes: Partial<ExitDecision> = {}, quantity = '1'): Promise<Run> => {
  if (quantity !== '0') await on.hold('BTCUSDT', 'LONG', quantity);
  return startClose(on.client, decisionFor(BTC, 'long', changes));
};

export async function finished(on: Rehearsal, run: Run): Promise<Run> {
  await on.client.client.workflow.result(run.workflowId, run.runId);
  return run;
}

export const closeLong = async (...args: Parameters<typeof startLong>): Promise<Run> =>
  finished(args[0], await startLong(...args));

/** A fault that strikes the next order of the close. */
export const breakOrder = (on: Rehearsal, fault: Omit<PaperFault, 'route'>): Promise<unknown> =>
  on.paper.breakNext({ route: ORDER, ...fault });

export const refuseOrder = (on: Rehearsal, code: number, msg: string): Promise<unknown> =>
  breakOrder(on, { when: 'before', kind: 'status', status: 400, code, msg });

/** A close whose key the venue refuses, once it is held. */
export async function startHeld(on: Rehearsal): Promise<Run> {
  await on.refuseKey('BTCUSDT', 50);
  const run = await startLong(on);
  await untilHeld(on, run);
  return run;
}

export const untilHeld = (on: Rehearsal, { workflowId }: Run): Promise<unknown> =>
  until('the close is held', async () => (await on.progress(workflowId))?.state === 'held');

export const untilExecuted = (on: Rehearsal): Promise<unknown> =>
  until('the venue executed', async () => (await on.paper.executions('BTCUSDT'))[0]);

export const release = (on: Rehearsal): Promise<boolean> =>
  releaseClose(on.client, TARGET, { operator: 'alice', reason: 'closing it on the phone' });

/** An operator's decision, made now. */
export const byHand = (): ExitDecision =>
  decideNow({ ...TARGET, quantity: 'all', reason: 'MANUAL', source: 'operator:alice', validForMs: 600_000 });

/** A trader's own take-profit over the whole position, which claims it at the venue. */
export const takeProfit = (on: Rehearsal, quantity: string): Promise<unknown> =>
  signedPost(on.stack.paper.url, '/fapi/v1/order', {
    ...{ symbol: 'BTCUSDT', side: 'SELL', type: 'LIMIT', timeInForce: 'GTC' },
    ...{ quantity, price: '70000', reduceOnly: 'true', newClientOrderId: 'take-profit' },
  });

export const stopLoss = (on: Rehearsal, quantity: string): Promise<unknown> =>
  signedPost(on.stack.paper.url, '/fapi/v1/algoOrder', {
    ...{ symbol: 'BTCUSDT', side: 'SELL', algoType: 'CONDITIONAL', type: 'STOP_MARKET' },
    ...{ quantity, triggerPrice: '50000', reduceOnly: 'true' },
  });
