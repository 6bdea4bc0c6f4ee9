import type { Trouble } from './failure-types';
import { MISFORTUNES_BEFORE_HOLD, TIMES } from './times';

/** How long to rest after a misfortune, and whether a person is to be told. */
export interface Rest {
  ms: number;
  held: boolean;
}

/** `misfortunes`: how many in a row, this one included. No count ends a close: it only slows it and calls for a person. */
export function restAfter(trouble: Trouble, misfortunes: number): Rest {
  const held = trouble.needsPerson || misfortunes > MISFORTUNES_BEFORE_HOLD;
  const ms = held ? heldClock(misfortunes) : backOff(misfortunes);
  return { held, ms: Math.max(ms, trouble.retryAfterMs ?? 0) };
}

const backOff = (misfortunes: number): number => doubling(TIMES.pauseFirst, misfortunes - 1, TIMES.pauseMax);

const heldClock = (misfortunes: number): number =>
  doubling(TIMES.heldFirst, Math.max(misfortunes - MISFORTUNES_BEFORE_HOLD - 1, 0), TIMES.heldMax);

/** `first` doubled so many times, up to `most`. */
export const doubling = (first: number, times: number, most: number): number =>
  Math.min(first * 2 ** Math.min(times, 30), most);
