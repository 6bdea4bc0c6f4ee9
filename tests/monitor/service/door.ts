import type { DoorState } from '../../../src/monitor/service/door-state';
import { ScriptedTemporal } from '../trigger/scripted-temporal';
import { position } from '../watching/cases';

export const temporalWith = (...faults: Error[]): ScriptedTemporal => {
  const temporal = new ScriptedTemporal();
  temporal.startFaults.push(...faults);
  return temporal;
};

/** What the monitor knows when alice asks: a long in BTC, and a venue that lists BTC and ETH. */
export const doorState = (temporal: ScriptedTemporal, more: Partial<DoorState> = {}): DoorState => ({
  account: 'main',
  exchange: { readRules: (symbol) => Promise.resolve(/^(BTC|ETH)/.test(symbol) ? ({} as never) : null) },
  door: { accounts: ['main'], allowedSources: ['exit-monitor', 'operator:*'] },
  ports: temporal.ports,
  because: 'no Temporal server answers',
  positions: [position()],
  ...more,
});

export const ASKING = { operator: 'alice', reason: 'drill', idempotencyKey: null, address: '127.0.0.1' };
