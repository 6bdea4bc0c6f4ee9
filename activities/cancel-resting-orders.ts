import type { LogContext } from '../src/domain/log-context';
import type { Sweep } from '../src/domain/close-effects';
import { describeResting } from '../src/domain/resting-order';
import type { RestingOrder } from '../src/domain/resting-order';
import { TIMES } from '../src/domain/times';
import type { Exchange } from '../src/exchange/port';
import { keepHeartbeat } from './keep-heartbeat';
import type { Ports } from './ports';

/** Cancels these orders and reads back which are gone. To cancel twice does nothing, so it may be retried freely. */
export const createCancelRestingOrders =
  ({ exchange, logger }: Ports) =>
  (orders: readonly RestingOrder[], context: LogContext): Promise<Sweep> =>
    keepHeartbeat(TIMES.awaitHeartbeat / 3, async () => {
      for (const order of orders) await exchange.cancel(order);
      const stillThere = await stillResting(exchange, orders);
      const sweep = {
        cancelled: orders.filter((order) => !stillThere.has(order.orderId)).map(describeResting),
        left: orders.filter((order) => stillThere.has(order.orderId)).map(describeResting),
      };
      logger.info({ ...context, ...sweep }, 'RESTING ORDERS CANCELLED');
      return sweep;
    });

async function stillResting(exchange: Exchange, orders: readonly RestingOrder[]): Promise<Set<string>> {
  const symbols = [...new Set(orders.map((order) => order.symbol))];
  const lists = await Promise.all(symbols.map((symbol) => exchange.listResting(symbol)));
  return new Set(lists.flat().map((order) => order.orderId));
}
