import { isPositive } from '../src/domain/decimal';
import type { CloseOrder } from '../src/domain/close-order';
import type { LogContext } from '../src/domain/log-context';
import type { OrderRecord } from '../src/domain/settlement';
import type { Ports } from './ports';

/** Looks once more for an order that was judged absent. Venues have been seen to forget an order for half an hour. */
export const createLookForGhost =
  ({ exchange, logger, onGhost }: Pick<Ports, 'exchange' | 'logger' | 'onGhost'>) =>
  async (order: Pick<CloseOrder, 'symbol' | 'clientOrderId'>, context: LogContext): Promise<OrderRecord | null> => {
    const record = await exchange.findOrder(order.symbol, order.clientOrderId);
    if (record !== null && isPositive(record.executedQuantity)) {
      logger.error({ ...context, record }, 'GHOST ORDER: it was judged absent, and has executed');
      onGhost?.();
    }
    return record;
  };
