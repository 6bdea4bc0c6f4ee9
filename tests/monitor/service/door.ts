import type { SymbolRules } from '../../../src/domain/symbol-rules';
import type { DoorState } from '../../../src/monitor/service/door-state';
import { RULES } from '../../support/close-fixtures';
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
  exchange: venueWith((symbol) => (/^(BTC|ETH)/.test(symbol) ? RULES : null)),
  door: { accounts: ['main'], allowedSources: ['exit-monitor', 'operator:*'] },
  ports: temporal.ports,
  because: 'no Temporal server answers',
  positions: [position()],
  ...more,
});

/** A venue with nothing open, that answers what it lists as it is told. */
export const venueWith = (rulesOf: (symbol: string) => SymbolRules | null): DoorState['exchange'] => ({
  readRules: (symbol) => Promise.resolve(rulesOf(symbol)),
  listPositions: () => Promise.resolve({ readAtMs: 0, positions: [] }),
  listAllResting: () => Promise.resolve([]),
});

export const ASKING = { operator: 'alice', reason: 'drill', idempotencyKey: null, address: '127.0.0.1' };
