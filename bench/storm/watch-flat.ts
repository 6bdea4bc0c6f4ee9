import { setTimeout as sleep } from 'node:timers/promises';
import { isZero } from '../../src/domain/decimal';
import { progress } from '../monitor/progress';
import type { VenueLog } from './venue-log';

export interface Watch {
  /** Entry of the venue's log at which the storm began. */
  since: number;
  positions: number;
  /** Told how many are flat, at every look. */
  onFlat?: ((flat: number) => void) | undefined;
}

const LOOK_EVERY_MS = 250;
const TELL_EVERY_MS = 1_000;
/** The longest that a storm may stand still before it is judged as it is. */
const STANDSTILL_MS = 90_000;

/** Follows the venue's log until every position is flat, or none has become so for a minute and a half. */
export async function watchUntilFlat(
  log: VenueLog,
  { since, positions, onFlat = () => undefined }: Watch,
): Promise<void> {
  const beganAtMs = Date.now();
  const tell = teller(beganAtMs, positions);
  const flat = new Set<string>();
  for (let [seen, movedAtMs] = [since, beganAtMs]; flat.size < positions; await sleep(LOOK_EVERY_MS)) {
    const executions = await log.executions(seen);
    for (const { symbol, positionAfter, sequence } of executions) {
      seen = sequence;
      if (isZero(positionAfter)) flat.add(symbol);
    }
    if (executions.length > 0) movedAtMs = Date.now();
    if (Date.now() - movedAtMs > STANDSTILL_MS) return;
    onFlat(flat.size);
    tell(flat.size);
  }
}

function teller(beganAtMs: number, positions: number): (flat: number) => void {
  let toldAtMs = 0;
  return (flat) => {
    if (Date.now() - toldAtMs < TELL_EVERY_MS && flat < positions) return;
    toldAtMs = Date.now();
    progress('storm', `${flat} of ${positions} flat after ${((toldAtMs - beganAtMs) / 1000).toFixed(1)} s`);
  };
}
