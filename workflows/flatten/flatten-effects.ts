import { condition, patched, workflowInfo } from '@temporalio/workflow';
import { flattenContextOf } from '../../src/domain/flatten/flatten-context';
import type { FlattenContext } from '../../src/domain/flatten/flatten-context';
import type { FlattenEffects } from '../../src/domain/flatten/flatten-effects';
import type { FlattenRequest } from '../../src/domain/flatten/flatten-request';
import { flattenDecisionId } from '../../src/domain/names';
import { CLOSES_UNDER_WAY, TIMES } from '../../src/domain/times';
import { alertingFlatten, asking, cancellingOpening, listing } from './flatten-activities';
import { continueFlattenWhenLong } from './continue-flatten-when-long';
import type { FlattenDesk } from './flatten-desk';
import { tellFlattenProgress } from './flatten-story';
import { nothingCancelled, orElse, reasonOf, workerTrouble } from '../or-else';

/** The world of `runFlatten`, made of activities. A failed activity becomes a value: none may end a flatten. */
export function flattenEffects(desk: FlattenDesk, request: FlattenRequest, passesPerRun: number): FlattenEffects {
  return { ...readings(), ...acts(flattenContextOf(request)), ...surroundings(desk, request, passesPerRun) };
}

const readings = (): Pick<FlattenEffects, 'readPositions' | 'readOpening' | 'lookAtCloses'> => ({
  readPositions: (scopes) =>
    orElse(listing('what is open, riskiest first').listPositions(scopes), (error) => ({
      kind: 'unreadable',
      trouble: workerTrouble(error),
    })),
  readOpening: (scopes) =>
    orElse(listing('orders that could open a position').listOpening(scopes), (error) => ({
      kind: 'unreadable',
      trouble: workerTrouble(error),
    })),
  lookAtCloses: (legs) => orElse(asking(`what became of ${legs.length} closes`).lookAtCloses(legs), () => null),
});

const acts = (context: FlattenContext): Pick<FlattenEffects, 'cancelOpening' | 'askCloses' | 'alertOperator'> => ({
  cancelOpening: (orders) =>
    orElse(cancellingOpening(`cancel ${orders.length} that could open`).cancelOpening(orders, context), () =>
      nothingCancelled(orders),
    ),
  askCloses: (request, asks) =>
    orElse(asking(`start or join ${asks.length} closes`).askCloses(request, asks), (error) =>
      asks.map(({ symbol, side }) => ({ symbol, side, kind: 'failed', because: reasonOf(error) })),
    ),
  alertOperator: (alert) => orElse(alertingFlatten('call the operator').alertFlatten(alert, context), () => undefined),
});

const hasWindows = (): boolean => patched('a-window-of-closes-under-way');

/** A flatten goes on in the measure that its history began with, which was less once, and none before that. */
function measure(): number {
  if (hasWindows()) return CLOSES_UNDER_WAY;
  if (patched('more-closes-under-way')) return 180;
  return patched('closes-under-way') ? 120 : Infinity;
}

type Surroundings = Omit<FlattenEffects, keyof ReturnType<typeof readings> | keyof ReturnType<typeof acts>>;

const surroundings = (desk: FlattenDesk, request: FlattenRequest, passesPerRun: number): Surroundings => ({
  asked: () => desk.asked,
  stopRequested: () => desk.stop,
  nowMs: () => Date.now(),
  closesAtOnce: measure,
  looksAfterMs: () => (hasWindows() ? TIMES.flattenMakesWay : 0),
  nameDecision: (line) => flattenDecisionId(workflowInfo().firstExecutionRunId, line, line.attempt),
  rest: async (ms) => {
    const woken = await condition(() => desk.woken, ms);
    desk.woken = false;
    return woken ? 'woken' : 'elapsed';
  },
  checkpoint: (progress) => continueFlattenWhenLong(desk, request, progress, passesPerRun),
  report: (progress) => tellFlattenProgress(desk, progress),
});
