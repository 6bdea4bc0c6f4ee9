import { askSwitch, leaveSwitch, tellSwitch } from '../../../src/client/dead-man';
import { showFlatten } from '../../../src/client/show-flatten';
import type { DeadManMode, DeadManPhase, Heartbeat } from '../../../src/domain/dead-man/dead-man';
import type { DeadManStart } from '../../../src/domain/dead-man/dead-man-messages';
import { deadManWorkflowId } from '../../../src/domain/names';
import { until } from '../../support/rehearsal';
import type { Run, Scenario, Stage } from './scenario';

/** The dead man's switch never ends: its history is taken when it has done what the scenario is about. */
export const deadMan: readonly Scenario[] = [
  { name: 'dead-man-alerted', play: ({ on }) => alerted(on) },
  { name: 'dead-man-flattened', play: ({ on }) => flattened(on) },
  { name: 'dead-man-continued-as-new', play: ({ on }) => continuedAsNew(on) },
];

type On = Stage['on'];

const TIMEOUT_MS = 4_000;

const HEART = 'vps-1/4711/9f3a';

const beat = (on: On, sequence: number, mode: DeadManMode = 'alert', start: DeadManStart = {}) => {
  const heartbeat: Heartbeat = {
    ...{ monitor: HEART, sequence, sentAt: '2026-01-22T09:00:00Z', everyMs: TIMEOUT_MS / 4 },
    ...{ positions: 1, mode, timeoutMs: TIMEOUT_MS },
  };
  return tellSwitch(on.client, 'main', 'heartbeat', heartbeat, start);
};

const handle = (on: On) => on.client.client.workflow.getHandle(deadManWorkflowId('main'));

const reaches = (on: On, phase: DeadManPhase) =>
  until(`the switch is ${phase}`, async () => (await askSwitch(on.client, 'main').catch(() => null))?.phase === phase);

const newestRun = async (on: On): Promise<Run> => {
  const { workflowId, runId } = await handle(on).describe();
  return { workflowId, runId };
};

/** The next scenario has a switch of its own. */
async function ended(on: On): Promise<Run> {
  const run = await newestRun(on);
  await handle(on).terminate('the rehearsal is over');
  return run;
}

/** A silence, its end, an operator's two words, a message that is none, and a goodbye. */
async function alerted(on: On): Promise<Run> {
  await beat(on, 1);
  await reaches(on, 'silent');
  await beat(on, 2);
  await reaches(on, 'watching');
  const words = { operator: 'alice', reason: 'a rehearsal' };
  await tellSwitch(on.client, 'main', 'disarm', words);
  await reaches(on, 'disarmed');
  await handle(on).signal('arm', 'please');
  await tellSwitch(on.client, 'main', 'arm', { ...words, timeoutMs: 10_000 });
  await beat(on, 3);
  await reaches(on, 'watching');
  await leaveSwitch(on.client, 'main', { monitor: HEART, reason: 'clean stop' });
  await reaches(on, 'left');
  return ended(on);
}

async function flattened(on: On): Promise<Run> {
  await on.hold('BTCUSDT', 'LONG', '1');
  await beat(on, 1, 'flatten');
  await reaches(on, 'flattening');
  await until('its flatten has ended', async () => (await showFlatten(on.client, 'main'))?.status?.result);
  return ended(on);
}

/** The history that ends by going on in another one. */
async function continuedAsNew(on: On): Promise<Run> {
  await beat(on, 1, 'alert', { eventsMax: 30 });
  const first = await newestRun(on);
  let sequence = 1;
  await until('it has gone on', async () => {
    await beat(on, (sequence += 1));
    return (await newestRun(on)).runId !== first.runId;
  });
  await ended(on);
  return first;
}
