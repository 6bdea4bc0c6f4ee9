import type { PriceTick } from '../../feeds/feed';
import type { GuardSettings } from './guard-settings';
import { hasStayed, staysOn } from './staying';
import type { Staying } from './staying';

/** Two ways to the same price (stream, REST) may differ by this much in how late they are, without a clock being wrong. */
const SLACK_MS = 5_000;

/** What the times of a symbol's prices have told so far. */
export interface VenueTime {
  /** The newest time that was believed, venue clock, ms. */
  newestMs: number;
  /** The least that `receivedAtMs − venueAtMs` has been: how far the two clocks are apart, and the quickest way. */
  leastLagMs: number;
  odd: Staying | null;
}

export interface TimeVerdict {
  time: VenueTime;
  /** Why the tick is not used, or null. */
  because: string | null;
  /** How much later than the quickest tick this one came: part of its age. */
  lateByMs: number;
}

/**
 * Is this tick the newest word of the venue? A clock that jumps, ours or the venue's, looks like one odd tick at first;
 * when nothing but odd ticks comes, that is the new time.
 */
export function judgeTime(before: VenueTime | null, tick: PriceTick, settings: GuardSettings): TimeVerdict {
  const lagMs = tick.receivedAtMs - tick.venueAtMs;
  const because = before === null ? null : oddity(before, tick.venueAtMs, lagMs);
  if (before === null || because === null) return inOrder(before, tick, lagMs);
  const odd = staysOn(before.odd, because, tick.receivedAtMs);
  if (hasStayed(odd, tick.receivedAtMs, settings)) return inOrder(null, tick, lagMs);
  return { time: { ...before, odd }, because, lateByMs: 0 };
}

function inOrder(before: VenueTime | null, { venueAtMs }: PriceTick, lagMs: number): TimeVerdict {
  const leastLagMs = Math.min(before?.leastLagMs ?? lagMs, lagMs);
  return { time: { newestMs: venueAtMs, leastLagMs, odd: null }, because: null, lateByMs: lagMs - leastLagMs };
}

function oddity({ newestMs, leastLagMs }: VenueTime, venueAtMs: number, lagMs: number): string | null {
  if (lagMs < leastLagMs - SLACK_MS) return `its time is ${seconds(leastLagMs - lagMs)} ahead`;
  if (lagMs > leastLagMs + SLACK_MS) return `it came ${seconds(lagMs - leastLagMs)} late`;
  if (venueAtMs < newestMs) return `it is ${seconds(newestMs - venueAtMs)} older than one already seen`;
  return null;
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
