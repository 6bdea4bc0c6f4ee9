import { runClose } from '../../src/domain/close-loop';
import type { Alert, CloseEffects, StopRequest } from '../../src/domain/close-effects';
import type { CloseProgress } from '../../src/domain/close-progress';
import type { Settlement } from '../../src/domain/settlement';
import { TARGET } from '../support/close-fixtures';
import { ScriptedVenue } from '../support/scripted-venue';

/** A venue that says it executed five times what was sent: that cannot be, so we must be wrong about something. */
function absurdVenue() {
  const venue = new ScriptedVenue({});
  const alerts: Alert[] = [];
  const states: string[] = [];
  let rests = 0;
  const absurd: Settlement = {
    kind: 'settled',
    order: { kind: 'terminal', orderId: '1', clientOrderId: 'x', status: 'FILLED', executedQuantity: '5' },
    position: null,
    resting: [],
    readAtMs: 0,
  };
  const overrides: Partial<CloseEffects> = {
    awaitTerminalFilled: () => Promise.resolve(absurd),
    alertOperator: (alert) => Promise.resolve(void alerts.push(alert)),
    report: (progress: CloseProgress) => void states.push(progress.state),
    rest: () => Promise.resolve((rests += 1) > 3 ? 'woken' : 'elapsed'),
    stopRequested: (): StopRequest | null => (rests > 3 ? { operator: 'alice', reason: 'closed by hand' } : null),
  };
  return { alerts, states, effects: Object.assign(venue, overrides) };
}

it('a close that finds our own code wrong sends nothing more, calls a person once, and waits for them', async () => {
  const { effects, alerts, states } = absurdVenue();
  const result = await runClose(TARGET, effects);
  expect(alerts).toMatchObject([
    { trouble: { type: 'InvariantViolated', detail: expect.stringContaining('executed 5 of 1') as string } },
  ]);
  expect(states.slice(-2)).toEqual(['broken', 'finished']);
  expect(result).toMatchObject({ outcome: 'handedOver', because: expect.stringContaining('alice') as string });
  expect(result.orders).toHaveLength(1);
});

it('an error that is not our own being wrong is thrown on: a workflow must be able to end its run', async () => {
  const { effects } = absurdVenue();
  const failing = Object.assign(effects, { checkpoint: () => Promise.reject(new Error('continue as new')) });
  await expect(runClose(TARGET, failing)).rejects.toThrow('continue as new');
});
