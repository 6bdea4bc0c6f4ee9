import { capturedLogger } from '../feeds/support/captured-logger';
import { Trigger } from '../../../src/monitor/trigger/trigger';
import type { TriggerPlan } from '../../../src/monitor/trigger/trigger';
import { fired, position } from '../watching/cases';
import { ScriptedTemporal, settled } from './scripted-temporal';

function given(more: Partial<TriggerPlan> = {}) {
  const temporal = new ScriptedTemporal();
  const { logger, lines } = capturedLogger();
  const world = { away: false, snapshotReadAtMs: 0 };
  const trigger = new Trigger({
    ...{ account: 'main', logger, venueNowMs: Date.now, onDecided: () => undefined, onTriggered: () => undefined },
    ports: () => (world.away ? null : temporal.ports),
    snapshotReadAtMs: () => world.snapshotReadAtMs,
    ...more,
  });
  const want = async (price = 58_000, of = {}) => {
    const { judged, exit } = fired(price, of);
    trigger.want(judged, exit, null);
    await settled();
  };
  return {
    temporal,
    trigger,
    want,
    world,
    lines,
    attempts: () => temporal.started.map(({ decisionId }) => Number(decisionId.split(':').at(-1))),
  };
}

test('however often a rule fires, one close is started while it runs', async () => {
  const { trigger, temporal, want } = given();
  for (let tick = 0; tick < 5; tick += 1) await want(58_000 - tick);
  expect(temporal.started).toHaveLength(1);
  expect(trigger.linkOf(position())).toMatchObject({ workflowId: 'close:main:BTCUSDT:long', state: 'closing' });
  expect(trigger.status()).toEqual({ started: 1, joined: 0, waiting: 0, oldestWaitingMs: null });
});

test('five judgements in one breath ask once', async () => {
  const { trigger, temporal } = given();
  const { judged, exit } = fired(58_000);
  for (let tick = 0; tick < 5; tick += 1) trigger.want(judged, exit, null);
  await settled();
  expect(temporal.started).toHaveLength(1);
});

test('after its close, a position is asked about again only in a list that is newer than the close’s last reading', async () => {
  const { temporal, want, world, attempts } = given();
  world.snapshotReadAtMs = Date.now();
  await want();
  await temporal.end({ readAt: new Date(world.snapshotReadAtMs + 50).toISOString() });
  await want();
  expect(attempts()).toEqual([1]);
  world.snapshotReadAtMs += 51;
  await want();
  expect(attempts()).toEqual([1, 2]);
});

test('another position in its place waits for the running close, and is then judged afresh', async () => {
  const { temporal, want, attempts } = given();
  await want();
  await want(58_000, { entryPrice: '61000' });
  expect(attempts()).toEqual([1]);
  await temporal.end({ outcome: 'replaced' });
  await want(58_000, { entryPrice: '61000' });
  expect(attempts()).toEqual([1, 1]);
});

test('a close that an operator took over is not started again, and the position says so', async () => {
  const { trigger, temporal, want, world } = given();
  await want();
  await temporal.end({ outcome: 'handedOver', because: 'released by alice' });
  world.snapshotReadAtMs = Date.now() + 60_000;
  await want();
  expect(temporal.started).toHaveLength(1);
  expect(trigger.warningOf(position())).toBe('the monitor stands back: released by alice');
});

test('nor one that was taken over before this monitor began', async () => {
  const { trigger, temporal, want } = given({ takenOver: () => 'released by alice' });
  await want();
  expect(temporal.started).toEqual([]);
  expect(trigger.warningOf(position())).toBe('the monitor stands back: released by alice');
});

describe('while Temporal is away', () => {
  test('a decision waits in sight, with one line in the log, and goes when it is back', async () => {
    const { trigger, temporal, want, world, lines } = given();
    world.away = true;
    await want();
    trigger.hurry();
    await want();
    expect(trigger.status()).toMatchObject({ waiting: 1, started: 0 });
    expect(trigger.warningOf(position())).toBe('should go, and waits for Temporal: it does not answer');
    expect(lines.map(({ msg }) => msg)).toEqual(['EXIT NOT TAKEN: Temporal is asked again']);
    world.away = false;
    await want();
    expect(temporal.started).toEqual([]);
    trigger.hurry();
    await want();
    expect(temporal.started).toHaveLength(1);
    expect(trigger.status().waiting).toBe(0);
  });

  test('a decision whose rule says so no longer is withdrawn', async () => {
    const { trigger, temporal, want, world } = given();
    world.away = true;
    await want();
    trigger.relax(position());
    expect(trigger.status().waiting).toBe(0);
    world.away = false;
    trigger.hurry();
    await settled();
    expect(temporal.started).toEqual([]);
  });

  test('what is on its way to a Temporal that hangs counts as waiting, and is not asked twice', async () => {
    const { trigger, temporal, want } = given();
    let open = (): void => undefined;
    temporal.gate = new Promise<void>((resolve) => (open = resolve));
    await want();
    await want();
    expect(trigger.status().waiting).toBe(1);
    trigger.relax(position());
    open();
    await settled();
    expect(temporal.started).toHaveLength(1);
    expect(trigger.status().waiting).toBe(0);
  });

  test('a start that fails is asked again as the same decision', async () => {
    const { trigger, temporal, want, attempts } = given();
    temporal.startFaults.push(new Error('the shard is moving'));
    await want();
    expect(trigger.warningOf(position())).toContain('the shard is moving');
    trigger.hurry();
    await want();
    expect(attempts()).toEqual([1]);
  });
});

test('a clock that is set back makes no decision wait', async () => {
  const { trigger, temporal, want, world } = given();
  world.away = true;
  await want();
  world.away = false;
  const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - 3_600_000);
  try {
    await new Promise((resolve) => setTimeout(resolve, 520));
    await want();
  } finally {
    clock.mockRestore();
  }
  expect(temporal.started).toHaveLength(1);
  expect(trigger.status().waiting).toBe(0);
});

test('what is gone from the list is forgotten, and a close that runs for it is not', async () => {
  const { trigger, temporal, want } = given();
  await want();
  trigger.keepOnly([]);
  expect(trigger.linkOf(position())).not.toBeNull();
  await temporal.end();
  trigger.keepOnly([]);
  await want();
  expect(temporal.started).toHaveLength(2);
});

test('once stopped, it asks nothing more', async () => {
  const { trigger, temporal, want } = given();
  trigger.stop();
  await want();
  expect(temporal.started).toEqual([]);
});
