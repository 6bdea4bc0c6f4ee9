import type { RestingOrder } from '../../../domain/resting-order';
import type { Lane } from '../lane/lane';
import { readAlgoOrders, readRegularOrders } from './resting-orders';

/** What rests in the book and in the algo service, in one market or, without one, in the whole account. */
export async function listResting({ usdm, markets }: Lane, query: { symbol?: string }): Promise<RestingOrder[]> {
  const [regular, algo] = await Promise.all([
    usdm.fapiPrivateGetOpenOrders(query) as Promise<unknown>,
    usdm.fapiPrivateGetOpenAlgoOrders(query) as Promise<unknown>,
  ]);
  const symbolOf = (id: string) => markets.symbolOf(id);
  return [...readRegularOrders(regular, symbolOf), ...readAlgoOrders(algo, symbolOf)];
}
