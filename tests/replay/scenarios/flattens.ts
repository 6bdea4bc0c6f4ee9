import { stopFlatten } from '../../../src/client/stop-flatten';
import { aRequest, flattenStage } from '../../support/flatten-rehearsal';
import { until } from '../../support/rehearsal';
import { finished, release, takeProfit } from './moves';
import type { Run, Scenario, Stage } from './scenario';

/** Everything of an account to zero. */
export const flattens: readonly Scenario[] = [
  { name: 'flatten', play: ({ on }) => everything(on) },
  // Since a flatten has a measure of closes under way; the others began without one.
  { name: 'flatten-in-measure', play: ({ on }) => everything(on) },
  // Since that measure is larger.
  { name: 'flatten-in-larger-measure', play: ({ on }) => everything(on) },
  // Since it is a whole window.
  { name: 'flatten-in-a-window-of-closes', play: ({ on }) => everything(on) },
  { name: 'flatten-handed-over', play: ({ on }) => stopped(on) },
  { name: 'flatten-refused', play: ({ on }) => malformed(on) },
  { name: 'flatten-continued-as-new', play: async ({ on }) => (await continued(on)).first },
  { name: 'flatten-continued', play: async ({ on }) => (await continued(on)).second },
];

type On = Stage['on'];

async function hold(on: On): Promise<void> {
  await on.hold('BTCUSDT', 'LONG', '1');
  await on.hold('ETHUSDT', 'SHORT', '2');
}

/** Two positions, of which one is claimed, and an order that could open a third. */
async function everything(on: On): Promise<Run> {
  const stage = flattenStage(on);
  await hold(on);
  await takeProfit(on, '1');
  await stage.restEntry('SOLUSDT', '100');
  return finished(on, await stage.begin());
}

async function stopped(on: On): Promise<Run> {
  const run = await beginRefused(on);
  await stopFlatten(on.client, 'main', { operator: 'alice', reason: 'closing the rest on the phone' });
  await finished(on, run);
  await release(on);
  return run;
}

/** The venue refuses the key for one of the two. */
async function beginRefused(on: On): Promise<Run> {
  const stage = flattenStage(on);
  await hold(on);
  await on.refuseKey('BTCUSDT', 1_000);
  const run = await stage.begin();
  await untilOneIsHeld(on);
  return run;
}

const untilOneIsHeld = (on: On) =>
  until('one close is held', async () => {
    const lines = (await flattenStage(on).status())?.progress?.lines ?? [];
    return lines.some(({ state }) => state === 'held');
  });

async function malformed(on: On): Promise<Run> {
  const { scope: _left, ...incomplete } = aRequest();
  return start(on, [incomplete]);
}

/** A run that hands over to the next after one pass. */
async function continued(on: On): Promise<{ first: Run; second: Run }> {
  await hold(on);
  await on.refuseKey('BTCUSDT', 1_000);
  const { workflow } = on.client.client;
  const handle = await workflow.start('FlattenWorkflow', { ...PLACE, args: [aRequest(), 1] });
  const { workflowId, firstExecutionRunId } = handle;
  const first = { workflowId, runId: firstExecutionRunId };
  const second = await until('it goes on in another run', async () => {
    const { runId } = await workflow.getHandle(workflowId).describe();
    return runId !== first.runId && { workflowId, runId };
  });
  await on.paper.mend();
  await workflow.result(workflowId);
  return { first, second };
}

const PLACE = { workflowId: 'flatten:main', taskQueue: 'close-main' };

async function start(on: On, args: unknown[]): Promise<Run> {
  const handle = await on.client.client.workflow.start('FlattenWorkflow', { ...PLACE, args });
  return finished(on, { workflowId: handle.workflowId, runId: handle.firstExecutionRunId });
}
