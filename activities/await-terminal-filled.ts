import { activityInfo, sleep } from '@temporalio/activity';
import type { CloseOrder } from '../src/domain/close-order';
import type { Trouble } from '../src/domain/failure-types';
import type { LogContext } from '../src/domain/log-context';
import type { Settlement } from '../src/domain/settlement';
import type { PossiblyExecuted } from '../src/domain/submission';
import { TIMES } from '../src/domain/times';
import { keepHeartbeat } from './keep-heartbeat';
import { logSettlement } from './log-settlement';
import { notYet } from './look';
import type { Look } from './look';
import { lookAtOrder } from './look-at-order';
import type { Ports } from './ports';
import { troubleFrom } from './trouble-from';

/**
 * Looks at the order and the position until the venue's word on both is final. It only reads, so another worker may take it
 * over at any moment: all it needs stands in its arguments. When its patience ends it hands back, and is asked again.
 */
export const createAwaitTerminalFilled =
  (ports: Ports) =>
  (
    order: CloseOrder,
    submission: PossiblyExecuted,
    context: LogContext,
    patienceMs: number = TIMES.awaitPatience,
  ): Promise<Settlement> =>
    keepHeartbeat(heartbeatTimeoutMs() / 3, async () => {
      const patientUntilMs = Date.now() + patienceMs;
      for (let pauseMs: number = TIMES.lookFirst; ; pauseMs = Math.min(pauseMs * 2, TIMES.lookMax)) {
        const look = await within(patientUntilMs, lookOrTrouble(ports, order, submission));
        if (look.kind === 'settled') return logSettlement(ports.logger, context, look);
        if (Date.now() >= patientUntilMs) return { kind: 'unresolved', trouble: openTrouble(order, look) };
        await sleep(pauseMs);
      }
    });

/** As it was scheduled, maybe by a workflow of another build. */
const heartbeatTimeoutMs = (): number => activityInfo().heartbeatTimeoutMs ?? TIMES.awaitHeartbeat;

/**
 * A look that shares its readings with hundreds can outlast what a workflow task has patience for: then it is left alone, and
 * ends by itself. Who has more patience left waits for its end.
 */
function within(untilMs: number, look: Promise<Look>): Promise<Look> {
  const leftMs = untilMs - Date.now();
  if (leftMs > TIMES.lookInTaskPatience) return look;
  return Promise.race([look, sleep(Math.max(0, leftMs) + 1).then(() => notYet('nothing was read in time'))]);
}

/** A look that failed says nothing: it neither proves nor counts. */
async function lookOrTrouble(ports: Ports, order: CloseOrder, submission: PossiblyExecuted): Promise<Look> {
  try {
    return await lookAtOrder(ports.exchange, order, submission);
  } catch (error) {
    return notYet(troubleFrom(error).detail);
  }
}

const openTrouble = (order: CloseOrder, look: Extract<Look, { kind: 'notYet' }>): Trouble => ({
  type: 'OrderUnresolved',
  detail: `the fate of order ${order.clientOrderId} is open: ${look.seen}`,
  needsPerson: true,
});
