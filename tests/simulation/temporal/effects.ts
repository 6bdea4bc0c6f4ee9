import type { Logger } from 'pino';
import { createAwaitTerminalFilled } from '../../../activities/await-terminal-filled';
import { createCancelRestingOrders } from '../../../activities/cancel-resting-orders';
import { createListTakers } from '../../../activities/list-takers';
import { createMarginBypass } from '../../../activities/margin-bypass';
import { createPlaceOrder } from '../../../activities/place-order';
import { createPlanRestore } from '../../../activities/plan-restore';
import type { Ports } from '../../../activities/ports';
import { createValidate } from '../../../activities/validate';
import { awaitHeartbeat } from '../../../src/domain/await-heartbeat';
import type { CloseEffects } from '../../../src/domain/close-effects';
import { DEFAULT_ALLOWED_SOURCES, isAllowedSource } from '../../../src/domain/allowed-sources';
import type { Trouble } from '../../../src/domain/failure-types';
import { logContextOf } from '../../../src/domain/log-context';
import { orderName } from '../../../src/domain/names';
import type { RestorePlan } from '../../../src/domain/restore-plan';
import type { Settlement } from '../../../src/domain/settlement';
import { tookAll } from '../../../src/domain/submission';
import type { Taker } from '../../../src/domain/taker';
import { TIMES } from '../../../src/domain/times';
import type { Verdict } from '../../../src/domain/verdict';
import type { Mutant } from '../mutants/mutant';
import type { Stage } from '../runs/stage';
import { watched } from '../venue/watched';
import { ActivityFailed } from './attempt';
import type { Attempt } from './attempt';
import { surroundings } from './surroundings';
import { travel } from './travel';
import type { Options } from './server';

const READ: Omit<Options, 'name'> = { startToCloseMs: TIMES.localActivity, local: true, attemptsMax: 1 };
const SEND = { startToCloseMs: TIMES.placeOrder, heartbeatMs: TIMES.placeOrderHeartbeat, attemptsMax: 1 };
const LOOK = { startToCloseMs: TIMES.awaitTerminalFilled };
const LOOK_IN_TASK: Omit<Options, 'name'> = { startToCloseMs: TIMES.lookInTask, local: true, attemptsMax: 1 };
const CANCEL = { startToCloseMs: TIMES.cancelRestingOrders, inAllMs: TIMES.cancelRestingOrdersInAll };
const ACCOUNT = { startToCloseMs: TIMES.cancelRestingOrders, inAllMs: TIMES.listTakersInAll };

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined } as unknown as Logger;

/** Changes the venue's port on its way to the activities: only mutants do. */
export type PortChange = NonNullable<Mutant['port']>;

/** The world of `runClose`: the production activities on simulated workers, mapped as the workflow maps them. */
export function simulatedEffects(stage: Stage, change: PortChange = (exchange) => exchange): CloseEffects {
  const context = logContextOf(stage.scenario.first);
  const portsOf = (attempt: Attempt): Ports => ({
    account: 'main',
    exchange: watched(stage, attempt, change),
    logger: SILENT,
    alertWebhookUrl: null,
    isAllowedSource: (source) => isAllowedSource(DEFAULT_ALLOWED_SOURCES, source),
  });
  const activity = async <T>(options: Options, work: (ports: Ports) => Promise<T>, instead: Instead<T>): Promise<T> => {
    try {
      return travel(await stage.server.run(options, (attempt) => work(portsOf(attempt))));
    } catch (failed) {
      if (failed instanceof ActivityFailed) return instead(failed);
      throw failed;
    }
  };
  return {
    ...surroundings(stage),
    nameOrder: (round) => orderName(stage.runId, round),
    validate: async (question) => {
      const decisionIds = question.asked.map((ask) => ask.decisionId);
      const verdict = await activity<Verdict>(
        { name: 'validate', ...READ },
        (ports) => createValidate(ports)(travel(question)),
        (failed) => ({ kind: 'unreadable', trouble: ours('validate', failed) }),
      );
      if (verdict.kind !== 'unreadable') stage.log.add({ kind: 'heard', decisionIds });
      return verdict;
    },
    marginBypass: (request) =>
      activity(
        { name: 'marginBypass', ...READ },
        (ports) => createMarginBypass(ports)(travel(request), context),
        (failed) => ({ kind: 'impossible', trouble: { ...ours('marginBypass', failed), needsPerson: true } }),
      ),
    placeOrder: (order) => {
      stage.log.add({ kind: 'scheduled', name: order.clientOrderId });
      return activity(
        { name: 'placeOrder', ...SEND },
        (ports) => createPlaceOrder(ports)(travel(order), context),
        ({ message }) => ({ kind: 'unknown', cause: 'workerLost', detail: message }),
      );
    },
    awaitTerminalFilled: async (order, submission) => {
      const soon = tookAll(order, submission) ? await look(LOOK_IN_TASK, TIMES.lookInTaskPatience) : null;
      return soon?.kind === 'settled' ? soon : look({ ...LOOK, heartbeatMs: awaitHeartbeat(order, submission) });

      function look(options: Omit<Options, 'name'>, patienceMs?: number): Promise<Settlement> {
        return activity<Settlement>(
          { name: 'awaitTerminalFilled', ...options },
          (ports) => createAwaitTerminalFilled(ports)(travel(order), travel(submission), context, patienceMs),
          (failed) => ({ kind: 'unresolved', trouble: ours('awaitTerminalFilled', failed) }),
        );
      }
    },
    cancelRestingOrders: (orders) =>
      activity(
        { name: 'cancelRestingOrders', ...CANCEL },
        (ports) => createCancelRestingOrders(ports)(travel(orders), context),
        () => ({ cancelled: [], left: orders.map((one) => `${one.type} ${one.orderId} (${one.clientOrderId})`) }),
      ),
    planRestore: (request) =>
      activity<RestorePlan>(
        { name: 'planRestore', ...READ },
        (ports) => createPlanRestore(ports)(travel(request)),
        (failed) => ({ kind: 'unreadable', trouble: ours('planRestore', failed) }),
      ),
    listTakers: (request) =>
      activity<Taker[] | null>(
        { name: 'listTakers', ...ACCOUNT },
        (ports) => createListTakers(ports)(travel(request)),
        () => null,
      ),
  };
}

type Instead<T> = (failed: ActivityFailed) => T;

const ours = (activity: string, { message }: ActivityFailed): Trouble => ({
  type: 'WorkerTrouble',
  detail: `${activity}: ${message}`,
  needsPerson: false,
});
