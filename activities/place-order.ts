import { assertReduces } from '../src/domain/close-order';
import type { CloseOrder } from '../src/domain/close-order';
import { maySign } from '../src/domain/fence';
import type { LogContext } from '../src/domain/log-context';
import type { Submission } from '../src/domain/submission';
import { TIMES } from '../src/domain/times';
import type { Exchange } from '../src/exchange/port';
import { keepHeartbeat } from './keep-heartbeat';
import type { Ports } from './ports';

/**
 * Sends the order, once. The timestamp is taken in the same breath as the check that it may still be signed, and exactly
 * that timestamp is signed: a process that froze here for an hour sends a request that the venue refuses.
 */
export const createPlaceOrder =
  ({ exchange, logger }: Ports) =>
  (order: CloseOrder, context: LogContext): Promise<Submission> =>
    keepHeartbeat(TIMES.placeOrderHeartbeat / 3, async () => {
      assertReduces(order);
      await exchange.connect();
      const trouble = await exchange.awaitTurn(order);
      const submission: Submission =
        trouble === null ? await signAndSend(exchange, order) : { kind: 'notSent', trouble };
      logger.info({ ...context, client_order_id: order.clientOrderId, submission }, `ORDER ${submission.kind}`);
      return submission;
    });

function signAndSend(exchange: Exchange, order: CloseOrder): Promise<Submission> | Submission {
  const signedAtMs = exchange.venueNowMs();
  return maySign(order, signedAtMs) ? exchange.submit(order, signedAtMs) : tooLate(order, signedAtMs);
}

const tooLate = (order: CloseOrder, nowMs: number): Submission => ({
  kind: 'notSent',
  trouble: {
    type: 'OrderTooLate',
    detail: `the order’s reading of the position is ${nowMs - order.signBeforeMs} ms past its budget`,
    needsPerson: false,
  },
});
