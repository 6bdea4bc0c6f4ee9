import type { TakersRequest } from '../src/domain/close-effects';
import { add } from '../src/domain/decimal';
import { takenBy } from '../src/domain/taker';
import type { Taker } from '../src/domain/taker';
import { TIMES } from '../src/domain/times';
import type { Exchange, Fill } from '../src/exchange/port';
import { closingFills } from './closing-fills';
import { keepHeartbeat } from './keep-heartbeat';
import type { Ports } from './ports';

/** Whose orders have taken from a position, by the venue's own list of fills and its record of each order. It only reads. */
export const createListTakers =
  ({ exchange }: Pick<Ports, 'exchange'>) =>
  ({ target, sinceMs }: TakersRequest): Promise<Taker[]> =>
    keepHeartbeat(TIMES.awaitHeartbeat / 3, async () => {
      const fills = closingFills(await exchange.listFills(target.symbol, sinceMs), target.side);
      const orderIds = [...new Set(fills.map(({ orderId }) => orderId))];
      const takers = await Promise.all(orderIds.map((id) => takerOf(exchange, target.symbol, id, fills)));
      return takers.filter((taker) => taker !== null);
    });

/** An order that the venue lists fills of, and does not know yet, is left out: nothing is invented about it. */
async function takerOf(exchange: Exchange, symbol: string, id: string, fills: readonly Fill[]): Promise<Taker | null> {
  const record = await exchange.findOrderById(symbol, id);
  if (record === null) return null;
  const quantities = fills.filter(({ orderId }) => orderId === id).map(({ quantity }) => quantity);
  return { by: takenBy(record.clientOrderId), quantity: quantities.reduce(add, '0'), record };
}
