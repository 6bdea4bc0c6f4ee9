import { manualClose } from '../../../src/client/manual-close';
import { startClose } from '../../../src/client/start-close';
import { decisionFor } from '../../support/rehearsal';
import { breakOrder, byHand, finished, release, startHeld, startLong } from './moves';
import type { Scenario, Stage } from './scenario';

/** Who asks, joins, wakes, or is not heard. */
export const people: readonly Scenario[] = [
  { name: 'manual-close', play: ({ on }) => manual(on) },
  { name: 'manual-close-joined', play: ({ on }) => woken(on) },
  { name: 'five-ask-at-once', play: ({ on }) => five(on) },
  { name: 'messages-refused', play: ({ on }) => misunderstood(on) },
];

type On = Stage['on'];

async function manual(on: On) {
  await on.hold('BTCUSDT', 'LONG', '1');
  return finished(on, await sayByHand(on));
}

/** Held until the key is mended; the operator does not wait for its slow clock. */
async function woken(on: On) {
  const run = await startHeld(on);
  await on.paper.mend();
  await sayByHand(on);
  return finished(on, run);
}

const sayByHand = (on: On) =>
  manualClose(on.client, { operator: 'alice', reason: 'exchange maintenance at noon', decision: byHand() });

async function five(on: On) {
  await breakOrder(on, { when: 'before', kind: 'delay', ms: 800 });
  const run = await startLong(on);
  for (let others = 0; others < 4; others += 1) await startClose(on.client, decisionFor('BTC/USDT:USDT', 'long'));
  return finished(on, run);
}

async function misunderstood(on: On) {
  const run = await startHeld(on);
  const handle = on.client.client.workflow.getHandle(run.workflowId);
  await handle.signal('exitRequested', decisionFor('ETH/USDT:USDT', 'long'));
  await handle.signal('exitRequested', { symbol: 'BTCUSDT' });
  await handle.signal('release', {});
  await release(on);
  return finished(on, run);
}
