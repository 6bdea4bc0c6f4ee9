import type { Logger } from 'pino';
import { isPositive } from '../src/domain/decimal';
import type { LogContext } from '../src/domain/log-context';
import { MARKERS, terminalStateMarker } from '../src/domain/markers';
import type { Settlement } from '../src/domain/settlement';

type Settled = Extract<Settlement, { kind: 'settled' }>;

/** Logged once the venue's own record says so: CLOSE_EXECUTED never stands for an order that is only NEW. */
export function logSettlement(logger: Logger, context: LogContext, settlement: Settled): Settled {
  const { order, position } = settlement;
  const left = position?.quantity ?? '0';
  if (order.kind === 'absent') {
    logger.warn({ ...context, position_left: left, evidence: order.evidence }, 'ORDER ABSENT');
    return settlement;
  }
  const line = {
    ...context,
    orderId: order.orderId,
    client_order_id: order.clientOrderId,
    executed: order.executedQuantity,
  };
  if (order.kind === 'resting') logger.info(line, 'ORDER RESTING AGAIN');
  if (isPositive(order.executedQuantity))
    logger.info({ ...line, average_price: order.averagePrice }, MARKERS.closeExecuted);
  if (order.kind === 'terminal') logger.info({ ...line, position_left: left }, terminalStateMarker(order.status));
  return settlement;
}
