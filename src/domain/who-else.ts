import type { Close } from './close-effects';
import { add, isPositive, lessThan } from './decimal';
import { noteFate } from './order-line';
import type { OrderLine } from './close-result';
import type { Taker } from './taker';

/**
 * Where the close's own orders do not account for all of the position, the venue's fills say what took the rest: a
 * liquidation, a person, or an order of ours that was judged absent and has executed after all.
 */
export async function findWhoElse({ target, progress, effects }: Close): Promise<void> {
  const { start, orders } = progress;
  if (start === null || !lessThan(start.executed, start.quantity)) return;
  const takers = await effects.listTakers({ target, sinceMs: start.readAtMs });
  const lineOf = ({ record }: Taker): OrderLine | undefined =>
    orders.find((line) => line.clientOrderId === record.clientOrderId);
  progress.takers = takers?.filter((taker) => lineOf(taker) === undefined) ?? null;
  for (const taker of takers ?? []) {
    const line = lineOf(taker);
    if (line !== undefined && !isPositive(line.executedQuantity ?? '0')) {
      noteFate(line, { kind: 'terminal', ...taker.record });
      start.executed = add(start.executed, taker.record.executedQuantity);
    }
  }
}
