import { decisionFor, until } from '../../support/rehearsal';
import { closeLong, breakOrder, finished, release, startHeld, startLong } from './moves';
import type { Scenario } from './scenario';

/** Every way in which a close can finish. */
export const outcomes: readonly Scenario[] = [
  { name: 'closed', play: ({ on }) => closeLong(on) },
  { name: 'shown-in-task', play: ({ on }) => closeLong(on) },
  { name: 'already-flat', play: ({ on }) => closeLong(on, {}, '0') },
  { name: 'closed-elsewhere', play: ({ on }) => deleveraged(on) },
  { name: 'residual', play: ({ on }) => closeLong(on, {}, '1.0004') },
  { name: 'replaced', play: ({ on }) => closeLong(on, { observed: { entryPrice: '59000' } }) },
  { name: 'refused', play: ({ on }) => closeLong(on, { source: 'telegram' }) },
  { name: 'refused-malformed', play: ({ on }) => malformed(on) },
  { name: 'handed-over', play: ({ on }) => released(on) },
  { name: 'handed-over-by-cancel', play: ({ on }) => cancelled(on) },
];

type On = Parameters<Scenario['play']>[0]['on'];

/** The venue takes the position by itself while the close's order is on its way. */
async function deleveraged(on: On) {
  await breakOrder(on, { when: 'before', kind: 'delay', ms: 1_500 });
  const run = await startLong(on);
  await until('it has been read', async () => (await on.progress(run.workflowId))?.state === 'placing');
  await fetch(`${on.stack.paper.url}/paper/events`, {
    method: 'POST',
    body: JSON.stringify({ kind: 'adl', symbol: 'BTCUSDT', side: 'LONG', quantity: '1' }),
  });
  return finished(on, run);
}

/** Started in the Temporal UI, by someone who left a field out. */
async function malformed(on: On) {
  const { reduceOnly: _left, ...incomplete } = decisionFor('BTC/USDT:USDT', 'long');
  const { workflowId, firstExecutionRunId: runId } = await on.client.client.workflow.start('CloseWorkflow', {
    ...{ workflowId: 'close:main:BTCUSDT:long', taskQueue: 'close-main', args: [incomplete] },
  });
  return finished(on, { workflowId, runId });
}

async function released(on: On) {
  const run = await startHeld(on);
  await release(on);
  return finished(on, run);
}

async function cancelled(on: On) {
  const run = await startHeld(on);
  await on.client.client.workflow.getHandle(run.workflowId).cancel();
  return finished(on, run);
}
