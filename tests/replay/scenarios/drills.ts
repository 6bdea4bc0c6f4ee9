import { holdDrill } from '../../../src/client/hold-drill';
import { DRILL_OBJECTIVES } from '../../../src/domain/drill/drill-objectives';
import { closeWorkflowId } from '../../../src/domain/names';
import { until } from '../../support/rehearsal';
import { BTC, finished, release, TARGET, untilHeld } from './moves';
import type { Run, Scenario, Stage } from './scenario';

/** Every way in which a fire drill can go. */
export const drills: readonly Scenario[] = [
  { name: 'drill-passed', play: async ({ on }) => finished(on, await startDrill(on)) },
  { name: 'drill-refused', play: ({ on }) => refused(on) },
  { name: 'drill-unfinished', play: ({ on }) => unfinished(on) },
  { name: 'drill-cleared', play: ({ on }) => cleared(on) },
];

type On = Stage['on'];

async function startDrill(on: On, patienceMs = 60_000): Promise<Run> {
  const started = await holdDrill(on.client, {
    ...{ account: 'main', symbol: BTC, side: null, quantity: '1', position: 'paper', operator: 'alice' },
    ...{ objectives: DRILL_OBJECTIVES, patienceMs, alerts: true },
  });
  return started!;
}

async function refused(on: On): Promise<Run> {
  await on.hold('BTCUSDT', 'LONG', '1');
  return finished(on, await startDrill(on));
}

/** Its close is held, and goes on when the drill has ended: here until somebody takes it over. */
async function unfinished(on: On): Promise<Run> {
  await on.refuseKey('BTCUSDT', 50);
  const drill = await finished(on, await startDrill(on, 2_000));
  await release(on);
  await on.client.client.workflow.result(closeWorkflowId(TARGET));
  return drill;
}

/** Its close is taken over before it is flat: the drill takes off what it had put on. */
async function cleared(on: On): Promise<Run> {
  await on.refuseKey('BTCUSDT', 50);
  const drill = await startDrill(on);
  const workflowId = closeWorkflowId(TARGET);
  await until('its close runs', () => on.progress(workflowId).catch(() => null));
  await untilHeld(on, { workflowId, runId: '' });
  await release(on);
  return finished(on, drill);
}
