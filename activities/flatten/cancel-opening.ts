import type { Sweep } from '../../src/domain/close-effects';
import type { FlattenContext } from '../../src/domain/flatten/flatten-context';
import { describeResting } from '../../src/domain/resting-order';
import type { RestingOrder } from '../../src/domain/resting-order';
import { TIMES } from '../../src/domain/times';
import type { Exchange } from '../../src/exchange/port';
import { inGroups } from './in-groups';
import { keepHeartbeat } from '../keep-heartbeat';
import type { Ports } from '../ports';
import { troubleFrom } from '../trouble-from';

const AT_ONCE = 4;

/** Cancels orders that could open a position. What cannot be cancelled is named; the next listing says what is really gone. */
export const createCancelOpening =
  ({ exchange, logger }: Pick<Ports, 'exchange' | 'logger'>) =>
  (orders: readonly RestingOrder[], context: FlattenContext): Promise<Sweep> =>
    keepHeartbeat(TIMES.awaitHeartbeat / 3, async () => {
      const faults = await inGroups(orders, AT_ONCE, (order) => faultOfCancel(exchange, order));
      const sweep = {
        cancelled: orders.filter((_, index) => faults[index] === null).map(name),
        left: orders.flatMap((order, index) => (faults[index] ? [`${name(order)}: ${faults[index]}`] : [])),
      };
      logger.info({ ...context, ...sweep }, 'OPENING ORDERS CANCELLED');
      return sweep;
    });

async function faultOfCancel(exchange: Exchange, order: RestingOrder): Promise<string | null> {
  try {
    await exchange.cancel(order);
    return null;
  } catch (error) {
    return troubleFrom(error).detail;
  }
}

const name = (order: RestingOrder): string => `${order.symbol} ${order.side} ${describeResting(order)}`;
