/** The dead man's switch on real parts: monitors that die, workers and servers that are away, operators who decide. */
import { leaveSwitch, tellSwitch } from '../../src/client/dead-man';
import type { Heartbeat } from '../../src/domain/dead-man/dead-man';
import { rehearseDeadMan, TIMEOUT_MS } from '../support/dead-man-rehearsal';
import type { DeadManRehearsal } from '../support/dead-man-rehearsal';
import type { MonitorRehearsal } from '../support/monitor-rehearsal';
import { until } from '../support/rehearsal';

let on: MonitorRehearsal;
let rehearse: (account: string) => Promise<DeadManRehearsal>;
rehearseDeadMan(async (start, rehearsal) => {
  on = rehearsal;
  rehearse = (account) => start(account, 'alert');
  await on.paper.putPositions([{ symbol: 'BTCUSDT', side: 'LONG', quantity: '2' }]);
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Long enough for a silence to be acted on, if it were one. */
const aSilence = () => pause(2 * TIMEOUT_MS);
/** Between two histories no worker can answer for a moment. */
const statusOf = (there: DeadManRehearsal) => there.status().catch(() => null);
const runsOf = async (account: string) => {
  const runs = await on.runsOf(`dead-man:${account}`);
  return Promise.all(
    runs.map(async ({ runId }) => {
      const { events } = await on.client.client.workflow.getHandle(`dead-man:${account}`, runId).fetchHistory();
      return (events ?? []).length;
    }),
  );
};
const beat = (monitor: string, sequence: number): Heartbeat => ({
  ...{ monitor, sequence, sentAt: new Date().toISOString(), everyMs: TIMEOUT_MS / 4, positions: 1 },
  ...{ mode: 'alert', timeoutMs: TIMEOUT_MS },
});

it('a killed monitor is missed once, its positions stay, and the next one ends the silence', async () => {
  const there = await rehearse('killed');
  const monitor = await there.startMonitor();
  await there.reaches('watching');
  const { deadMan } = await until('it is shown', async () => {
    const health = await monitor.health();
    return health.deadMan.state === 'watching' ? health : null;
  });
  expect(deadMan).toMatchObject({ mode: 'alert', timeoutMs: TIMEOUT_MS, trouble: null, warning: null });
  await monitor.kill();
  await there.reaches('silent');
  await until('somebody is told', () => Promise.resolve(there.told().length > 0));
  expect(there.webhook.received[0]).toMatchObject({ severity: 'error', account: 'killed', kind: 'DEAD MAN SILENT' });
  expect(String(there.webhook.received[0]?.['message'])).toMatch(/no monitor of killed is heard since .*1 positions/);
  const shown = await there.closeproof('dead-man');
  expect(shown).toMatchObject({ exitCode: 4 });
  await aSilence();
  expect(there.told()).toEqual(['DEAD MAN SILENT']);
  expect(await on.paper.executions()).toEqual([]);
  there.heart().start();
  await there.reaches('watching');
  await until('its end is told', () => Promise.resolve(there.told().length > 1));
  expect(there.told()).toEqual(['DEAD MAN SILENT', 'DEAD MAN RECOVERED']);
});

it('a clean stop disarms in sight, and the next monitor arms', async () => {
  const there = await rehearse('stopped');
  const monitor = await there.startMonitor();
  await there.reaches('watching');
  await monitor.stop();
  const left = await there.reaches('left');
  expect(left).toMatchObject({ isArmed: false, last: { because: 'clean stop' } });
  await aSilence();
  expect(there.webhook.received).toMatchObject([{ kind: 'DEAD MAN DISARMED', severity: 'info' }]);
  there.heart().start();
  await there.reaches('watching');
});

it('of two monitors, one that stops hands over to the other', async () => {
  const there = await rehearse('two');
  const one = await there.startMonitor();
  there.heart().start();
  await until('both are heard', async () => (await there.status())?.monitors.length === 2);
  await one.stop();
  await aSilence();
  expect(await there.status()).toMatchObject({ phase: 'watching', monitors: [{}] });
  expect(there.told()).toEqual([]);
});

it('an operator’s disarm outlives a monitor, until an operator arms', async () => {
  const there = await rehearse('operator');
  const words = ['--operator', 'alice', '--reason', 'moving the monitor'];
  expect(await there.closeproof('dead-man', 'disarm', ...words)).toMatchObject({ exitCode: 0 });
  const monitor = await there.startMonitor();
  const { deadMan } = await until('it is told', async () => {
    const health = await monitor.health();
    return health.deadMan.state === 'disarmed' ? health : null;
  });
  expect(deadMan.says).toBe('disarmed by alice: moving the monitor; it stays so until an operator arms it');
  await until('it is logged', () =>
    Promise.resolve(monitor.lines.some((line) => line.includes('DEAD MAN: disarmed by alice: moving the monitor'))),
  );
  await monitor.kill();
  await aSilence();
  expect(await there.status()).toMatchObject({ phase: 'disarmed' });
  const armed = await there.closeproof('dead-man', 'arm', ...words, '--mode', 'flatten', '--timeout', '30s', '--json');
  expect(JSON.parse(armed.lines.join(''))).toMatchObject({
    status: { phase: 'waiting', mode: 'flatten', timeoutMs: 30_000 },
  });
  expect(there.told()).toEqual(['DEAD MAN DISARMED', 'DEAD MAN ARMED']);
});

it('a worker that is away for longer than the timeout is no silence while heartbeats come', async () => {
  const there = await rehearse('no-worker');
  there.heart().start();
  await there.reaches('watching');
  await there.worker.kill();
  await aSilence();
  await there.startWorker();
  await there.reaches('watching');
  await aSilence();
  expect(await there.status()).toMatchObject({ phase: 'watching', lateWakes: 0 });
  expect(there.told()).toEqual([]);
});

it('who died while no worker was there is missed all the same, counted anew', async () => {
  const there = await rehearse('nobody');
  let beats = true;
  there.heart(() => beats).start();
  await there.reaches('watching');
  await there.worker.kill();
  beats = false;
  await aSilence();
  await there.startWorker();
  const { phase, lateWakes } = await until('it looks', async () => await there.status());
  expect([phase, lateWakes]).toEqual(['watching', 1]);
  await there.reaches('silent');
});

it('a Temporal server that is away for longer than the timeout is no silence', async () => {
  const there = await rehearse('no-server');
  const monitor = await there.startMonitor();
  const before = await there.reaches('watching');
  await on.temporal.kill();
  await until('it is missed', async () => (await monitor.health()).deadMan.trouble !== null);
  await aSilence();
  await on.temporal.restart();
  const heartbeats = await until(
    'it is heard again',
    async () => {
      const now = await there.status().catch(() => null);
      return now !== null && now.heartbeats > before.heartbeats + 3 ? now.heartbeats : null;
    },
    30_000,
  );
  await aSilence();
  const after = await there.status();
  expect(after).toMatchObject({ phase: 'watching' });
  expect(after?.heartbeats).toBeGreaterThan(heartbeats);
  expect(there.told()).toEqual([]);
});

it('a monitor that is blind is as good as dead', async () => {
  const there = await rehearse('blind');
  let sees = true;
  const heart = there.heart(() => sees);
  heart.start();
  await there.reaches('watching');
  sees = false;
  await there.reaches('silent');
  expect(heart.view()).toMatchObject({ trouble: 'positions or their prices are not known now' });
  sees = true;
  await there.reaches('watching');
});

it('history goes on afresh again and again, and nothing that was said is lost', async () => {
  const there = await rehearse('long');
  const words = { operator: 'alice', reason: 'a long night', timeoutMs: 60_000 };
  await tellSwitch(on.client, 'long', 'arm', words, { eventsMax: 60 });
  const monitors = Array.from({ length: 8 }, (_, n) => `m${n}`);
  for (let sequence = 1; sequence <= 25; sequence += 1) {
    await Promise.all(monitors.map((monitor) => tellSwitch(on.client, 'long', 'heartbeat', beat(monitor, sequence))));
    await until('they are heard', async () => (await statusOf(there))?.heartbeats === 8 * sequence);
  }
  await Promise.all(
    monitors.slice(1).map((monitor) => leaveSwitch(on.client, 'long', { monitor, reason: 'clean stop' })),
  );
  const status = await until('all are heard', async () => {
    const now = await statusOf(there);
    return now?.monitors.length === 1 ? now : null;
  });
  expect(status).toMatchObject({ heartbeats: 200, timeoutMs: 60_000, armed: { by: 'alice' }, refusedMessages: [] });
  const lengths = await until('its runs are listed', async () => {
    const runs = await runsOf('long');
    return runs.length > 2 ? runs : null;
  });
  // A batch that comes in at once is in one history.
  expect(Math.max(...lengths)).toBeLessThan(60 + 40);
});

it('a heartbeat costs four events, and the clock a few more in each timeout', async () => {
  const there = await rehearse('cheap');
  there.heart().start();
  const { heartbeats } = await until('a dozen are heard', async () => {
    const now = await there.status();
    return now !== null && now.heartbeats >= 12 ? now : null;
  });
  const [events = 0] = await runsOf('cheap');
  expect(events).toBeLessThan(4 * (heartbeats + 2) + 5 * heartbeats + 20);
});
