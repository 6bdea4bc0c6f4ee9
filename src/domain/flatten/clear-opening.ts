import type { Trouble } from '../failure-types';
import type { Flatten } from './flatten-effects';
import { isOpen } from './flatten-line';
import type { FlattenProgress } from './flatten-progress';
import type { RestingOrder } from '../resting-order';
import { CANCELS_PER_BATCH, TIMES } from '../times';

type Opening = { kind: 'none' | 'some' | 'notRead' } | { kind: 'unreadable'; trouble: Trouble };

const NAMES_KEPT = 50;

/** Cancels what could open a position in scope, so that nothing comes back behind the closes. */
export async function clearOpening(flatten: Flatten): Promise<Opening> {
  const { effects, progress } = flatten;
  if (!isDue(progress, effects.nowMs())) return { kind: 'notRead' };
  const reading = await effects.readOpening(effects.asked().map(({ scope }) => scope));
  if (reading.kind === 'unreadable') return reading;
  progress.ordersReadMs = effects.nowMs();
  await cancelAll(flatten, reading.orders);
  return { kind: reading.orders.length === 0 ? 'none' : 'some' };
}

/** While positions are open they are listed now and then; once none is, in every pass: both must show nothing. */
const isDue = ({ lines, ordersReadMs }: FlattenProgress, nowMs: number): boolean =>
  ordersReadMs === null || !lines.some(isOpen) || nowMs - ordersReadMs >= TIMES.flattenOrdersEvery;

async function cancelAll({ effects, progress }: Flatten, orders: readonly RestingOrder[]): Promise<void> {
  progress.opening = [];
  for (let from = 0; from < orders.length; from += CANCELS_PER_BATCH) {
    const { cancelled, left } = await effects.cancelOpening(orders.slice(from, from + CANCELS_PER_BATCH));
    progress.cancelledCount += cancelled.length;
    progress.cancelled = [...progress.cancelled, ...cancelled].slice(-NAMES_KEPT);
    progress.opening.push(...left);
  }
  progress.uncancelledPasses = progress.opening.length === 0 ? 0 : progress.uncancelledPasses + 1;
}
