import { startClose } from '../../../src/client/start-close';
import { decisionFor, until } from '../../support/rehearsal';
import { closeLong, breakOrder, finished, refuseOrder, startLong, untilExecuted } from './moves';
import type { Scenario, Stage } from './scenario';

/** What venues, networks and machines do to a close. */
export const troubles: readonly Scenario[] = [
  { name: 'lost-reply-absent', play: ({ on }) => lost(on, 'before') },
  { name: 'lost-reply-executed', play: ({ on }) => lost(on, 'after') },
  { name: 'worker-lost', play: workerLost },
  { name: 'venue-silent', play: ({ on }) => silent(on) },
  { name: 'shown-after-task', play: ({ on }) => shownLate(on) },
  { name: 'price-protection', play: ({ on }) => priceProtected(on) },
  { name: 'split-over-maximum', play: ({ on }) => split(on) },
];

type On = Stage['on'];

async function lost(on: On, when: 'before' | 'after') {
  await breakOrder(on, { when, kind: 'drop' });
  return closeLong(on);
}

/** Dies between the execution and the recorded result: its order is looked up by the next. */
async function workerLost(stage: Stage) {
  const { on } = stage;
  await breakOrder(on, { when: 'after', kind: 'stall' });
  const run = await startLong(on);
  await untilExecuted(on);
  await stage.worker.kill();
  stage.worker = await on.stack.startWorker();
  return finished(on, run);
}

async function silent(on: On) {
  await on.paper.breakNext({ route: 'GET /fapi/v3/positionRisk', when: 'before', kind: 'drop', times: 1_000 });
  const run = await startLong(on);
  await until('it met three misfortunes', async () => ((await on.progress(run.workflowId))?.misfortunes ?? 0) >= 3);
  await on.paper.mend();
  return finished(on, run);
}

/** The order is answered FILLED, and for nine seconds nobody can read what rests beside the position that is gone. */
async function shownLate(on: On) {
  await breakOrder(on, { when: 'before', kind: 'delay', ms: 1_500 });
  const run = await startLong(on);
  await until('it has been read', async () => (await on.progress(run.workflowId))?.state === 'placing');
  await on.paper.breakNext({ route: 'GET /fapi/v1/openOrders', when: 'before', kind: 'stall', times: 3 });
  return finished(on, run);
}

async function priceProtected(on: On) {
  await refuseOrder(on, -4131, 'The counterparty’s best price does not meet the PERCENT_PRICE filter limit.');
  return closeLong(on);
}

/** More than one market order may have: three rounds. */
async function split(on: On) {
  await on.hold('BTCUSDT', 'SHORT', '300');
  return finished(on, await startClose(on.client, decisionFor('BTC/USDT:USDT', 'short')));
}
