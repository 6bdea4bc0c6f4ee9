import { condition, workflowInfo } from '@temporalio/workflow';
import type { CloseEffects } from '../src/domain/close-effects';
import type { ExitDecision } from '../src/domain/exit-decision';
import type { Taker } from '../src/domain/taker';
import { logContextOf } from '../src/domain/log-context';
import type { LogContext } from '../src/domain/log-context';
import { orderName } from '../src/domain/names';
import { awaitTerminalFilled } from './await-terminal-filled';
import { accounting, alerting, cancelling, readings, sending } from './close-activities';
import type { Desk } from './close-desk';
import { describeOrder, tellProgress } from './close-story';
import { continueWhenLong } from './continue-when-long';
import { nothingCancelled, orElse, reasonOf, workerTrouble } from './or-else';
import { startGhostWatch } from './start-ghost-watch';

/** The world of `runClose`, made of activities. A failed activity becomes a value: none may end a close. */
export function closeEffects(desk: Desk, decision: ExitDecision): CloseEffects {
  const context = logContextOf(decision);
  return { ...orderSteps(context), ...besides(context), ...surroundings(desk, decision) };
}

type OrderSteps = Pick<CloseEffects, 'nameOrder' | 'validate' | 'marginBypass' | 'placeOrder' | 'awaitTerminalFilled'>;

const orderSteps = (context: LogContext): OrderSteps => ({
  nameOrder: (round) => orderName(workflowInfo().originalExecutionRunId, round),
  validate: (question) =>
    orElse(readings('read the position and judge').validate(question), (error) => ({
      kind: 'unreadable',
      trouble: workerTrouble(error),
    })),
  marginBypass: (request) =>
    orElse(readings('build an order that can only reduce').marginBypass(request, context), (error) => ({
      kind: 'impossible',
      trouble: { ...workerTrouble(error), needsPerson: true },
    })),
  // An activity that died returns nothing, and that is what is known of its order.
  placeOrder: (order) =>
    orElse(sending(describeOrder(order)).placeOrder(order, context), (error) => ({
      kind: 'unknown',
      cause: 'workerLost',
      detail: reasonOf(error),
    })),
  awaitTerminalFilled: (order, submission) => awaitTerminalFilled(order, submission, context),
});

const besides = (
  context: LogContext,
): Pick<CloseEffects, 'cancelRestingOrders' | 'planRestore' | 'listTakers' | 'alertOperator' | 'watchForGhost'> => ({
  cancelRestingOrders: (orders) =>
    orElse(cancelling(`cancel ${orders.length} resting for nothing`).cancelRestingOrders(orders, context), () =>
      nothingCancelled(orders),
    ),
  planRestore: (request) =>
    orElse(readings(`see what of ${request.owed.length} can be put back`).planRestore(request), (error) => ({
      kind: 'unreadable',
      trouble: workerTrouble(error),
    })),
  listTakers: (request) => orElse<Taker[] | null>(accounting('who took the rest').listTakers(request), () => null),
  alertOperator: (alert) => orElse(alerting(alert.trouble.detail).alertOperator(alert, context), () => undefined),
  watchForGhost: (order) => startGhostWatch(order, context),
});

type Surroundings = Pick<CloseEffects, 'asked' | 'stopRequested' | 'rest' | 'checkpoint' | 'report'>;

const surroundings = (desk: Desk, decision: ExitDecision): Surroundings => ({
  asked: () => desk.asked,
  stopRequested: () => desk.stop,
  rest: async (ms) => {
    const woken = await condition(() => desk.woken, ms);
    desk.woken = false;
    return woken ? 'woken' : 'elapsed';
  },
  checkpoint: (progress) => continueWhenLong(desk, decision, progress),
  report: (progress) => tellProgress(desk, progress),
});
