import { units } from '../../../tests/simulation/auditor/units';
import type { Case, StopRecord } from '../case';
import { endOfOwn, ownOpenAt } from './own-position';

/** A stop taken away just before the order is no harm; this long without one is. */
export const NAKED_MS = 60_000;

/**
 * Naked: for more than a minute the position that was meant stood open without a protective stop, because the policy had
 * cancelled it. A stop put back ends it, and so does the end of the position. What no order can carry needs no stop.
 */
export function naked(it: Case): string | null {
  const ms = Math.max(0, ...it.stops.map((stop) => nakedAfter(it, stop)));
  return ms > NAKED_MS ? `${Math.round(ms / 1_000)} s without the stop that it had cancelled` : null;
}

function nakedAfter(it: Case, { untilMs, cancelled }: StopRecord): number {
  if (!cancelled || untilMs === null) return 0;
  const untilStop = Math.min(...it.stops.flatMap(({ fromMs }) => (fromMs >= untilMs ? [fromMs] : [])));
  const lastMs = Math.min(untilStop, endOfOwn(it), it.overAtMs);
  return ownOpenAt(it, lastMs - 1) < units(it.scenario.market.minQuantity) ? 0 : lastMs - untilMs;
}
