import type { Usage } from './answer-headers';
import { MINUTE, windowEnd, windowOf } from '../governor/windows';
import type { VenueAnswer } from './venue-answer';

/** The venue's own limits, from its exchange information. Unknown limits limit nothing. */
export interface Limits {
  weight1m?: number | undefined;
  orders10s?: number | undefined;
  orders1m?: number | undefined;
}

/** What a request is for, and how much of the minute's weight it may find used: what others have in flight is not counted yet. */
export type Need = 'cancel' | 'positions' | 'other';
const USABLE = { cancel: 0.98, positions: 0.95, other: 0.9 } as const satisfies Record<Need, number>;

const SCARCE_FROM = 0.25;

/** Turned away without a word on how long: a second, since knocking on turns a limit into a ban. */
const UNTOLD_WAIT = 1_000;

/**
 * What a lane remembers of the weight of its address. It has no queue of its own: a read waits only while the venue would
 * turn it away, and then it is told for how long. Times are the venue's clock, ms.
 */
export class LaneLimits {
  limits: Limits = {};
  private weight = { used: 0, atMs: 0 };

  /** The count in an answer's headers; it tells of the minute that the request was sent in, if it is still that one. */
  noteUsage({ weight1m }: Usage, sentAtMs: number, nowMs: number): void {
    if (weight1m === undefined || windowOf(sentAtMs, MINUTE) !== windowOf(nowMs, MINUTE)) return;
    this.weight = { used: weight1m, atMs: nowMs };
  }

  /** Zero: send it now. The last tenth of the minute's weight is kept: all of it for cancels, half of it for positions. */
  waitMs(nowMs: number, need: Need = 'other'): number {
    const { weight1m: limit } = this.limits;
    return limit === undefined || this.used(nowMs) < limit * USABLE[need] ? 0 : windowEnd(nowMs, MINUTE) - nowMs;
  }

  /** A quarter of the minute's weight is used: what can be left out is left out. */
  isScarce(nowMs: number): boolean {
    const { weight1m: limit } = this.limits;
    return limit !== undefined && this.used(nowMs) >= limit * SCARCE_FROM;
  }

  /** How far apart whole-account reads should start: see `spacing`. */
  spacingMs(nowMs: number): number {
    const { weight1m: limit } = this.limits;
    return limit === undefined ? 0 : spacing(this.used(nowMs), limit, windowEnd(nowMs, MINUTE) - nowMs);
  }

  /**
   * How far apart whole-account reads of what rests should start, which weigh 80: not quite half of what is left of three
   * quarters, over the rest of the minute. Two workers may do so, and the last quarter is for who still has an order to send.
   */
  restingSpacingMs(nowMs: number): number {
    const { weight1m: limit } = this.limits;
    if (limit === undefined) return RESTING_SPACING_MIN;
    const readsLeft = ((limit * RESTING_UP_TO - this.used(nowMs)) * 0.45) / RESTING_WEIGHT;
    const overMs = windowEnd(nowMs, MINUTE) - nowMs;
    return Math.max(RESTING_SPACING_MIN, Math.min(RESTING_SPACING_MAX, overMs / Math.max(readsLeft, 1)));
  }

  private used(nowMs: number): number {
    return windowOf(this.weight.atMs, MINUTE) === windowOf(nowMs, MINUTE) ? this.weight.used : 0;
  }
}

/** The answer turns the request away for a limit, and says so of orders alone, or of the whole address. */
export const turnsAway = ({ status, code }: VenueAnswer): 'orders' | 'address' | null => {
  if (code === '-1015') return 'orders';
  return status === 429 || status === 418 || code === '-1003' ? 'address' : null;
};

export const toldWaitMs = (retryAfterMs: number | undefined): number => retryAfterMs ?? UNTOLD_WAIT;

const RESTING_WEIGHT = 80;
const RESTING_UP_TO = 0.75;
const RESTING_SPACING_MIN = 500;
const RESTING_SPACING_MAX = 12_000;

const SNAPSHOT_WEIGHT = 5;
/** Longer, and a reading would not fit into the time a round gives it. */
const SPACING_MAX = 1_000;

/**
 * In a storm of closes, reads could use up a minute's weight in seconds, and leave everyone blind for the rest of it. So once
 * a quarter is used, half of what remains is spread over what remains of the minute; the other half is for looking up orders.
 */
function spacing(used: number, limit: number, msLeft: number): number {
  if (used < limit * SCARCE_FROM) return 0;
  const snapshotsLeft = (limit - used) / 2 / SNAPSHOT_WEIGHT;
  return snapshotsLeft <= 0 ? SPACING_MAX : Math.min(SPACING_MAX, Math.floor(msLeft / snapshotsLeft));
}
