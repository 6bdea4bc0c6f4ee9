import type { CloseResult } from '../../../src/domain/close-result';
import type { DrillClose, DrillEffects, DrillEvidence } from '../../../src/domain/drill/drill-effects';
import { drillDecision } from '../../../src/domain/drill/drill-decision';
import { DRILL_OBJECTIVES } from '../../../src/domain/drill/drill-objectives';
import type { DrillPlan } from '../../../src/domain/drill/drill-plan';
import { aPosition, START_MS } from '../../support/close-fixtures';

export const aPlan = (changes: Partial<DrillPlan> = {}): DrillPlan => ({
  account: 'main',
  symbol: 'BTC/USDT:USDT',
  side: null,
  quantity: null,
  position: 'paper',
  operator: 'alice',
  objectives: DRILL_OBJECTIVES,
  patienceMs: 60_000,
  alerts: false,
  ...changes,
});

export const aResult = (changes: Partial<CloseResult> = {}): CloseResult => ({
  ...{ account: 'main', symbol: 'BTC/USDT:USDT', side: 'long', outcome: 'closed', because: 'the venue reads flat' },
  ...{ asked: [], startQuantity: '1', executedQuantity: '1', remainingQuantity: '0', orders: [], cancelled: [] },
  ...{ leftResting: [], notRestored: [], takers: [], nakedMs: null },
  readAt: new Date(START_MS + 90).toISOString(),
  ...changes,
});

export const finished = (changes: Partial<CloseResult> = {}): DrillClose => ({
  kind: 'finished',
  workflowId: 'close:main:BTCUSDT:long',
  runId: 'run-1',
  result: aResult(changes),
});

export const running: DrillClose = { kind: 'running', workflowId: 'close:main:BTCUSDT:long', runId: 'run-1' };

export const MARKERS = ['EXIT_PUBLISH', 'MARGIN CHECK SKIPPED', 'CLOSE_EXECUTED', 'TERMINAL STATE: FILLED'];

export const evidence = (changes: Partial<Extract<DrillEvidence, { kind: 'read' }>> = {}): DrillEvidence => ({
  kind: 'read',
  orderAtMs: START_MS + 40,
  openQuantity: '0',
  markers: MARKERS,
  ...changes,
});

/** A world in which everything works, with changes; it notes what it was asked to do. */
export function aWorld(changes: Partial<DrillEffects> = {}): { effects: DrillEffects; deeds: string[] } {
  const deeds: string[] = [];
  const works: DrillEffects = {
    survey: () => Promise.resolve({ kind: 'clear', side: 'long', quantity: '1' }),
    putOn: () => Promise.resolve({ kind: 'open', position: aPosition() }),
    publishExit: (plan, position) =>
      Promise.resolve({
        decision: drillDecision(plan, position, { decisionId: 'drill-1', nowMs: START_MS }),
        venueAtMs: START_MS,
      }),
    close: () => Promise.resolve(finished()),
    readEvidence: () => Promise.resolve(evidence()),
    takeOff: () => Promise.resolve('0'),
  };
  const world = { ...works, ...changes };
  const noting = Object.entries(world).map(([name, effect]) => [
    name,
    (...args: never[]) => (deeds.push(name), (effect as (...all: never[]) => unknown)(...args)),
  ]);
  return { effects: Object.fromEntries(noting) as DrillEffects, deeds };
}
