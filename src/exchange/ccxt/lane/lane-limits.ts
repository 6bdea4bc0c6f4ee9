import type { Usage } from './answer-headers';
import type { VenueAnswer } from './venue-answer';

export type RequestKind = 'read' | 'order';

/** The venue's own limits, from its exchange information. Unknown limits limit nothing. */
export interface Limits {
  weight1m?: number | undefined;
  orders10s?: number | undefined;
  orders1m?: number | undefined;
}

const TEN_SECONDS = 10_000;
const MINUTE = 60_000;

/** Turned away without a word on how long: a second, since knocking on turns a limit into a ban. */
const UNTOLD_WAIT = 1_000;

/**
 * What the exit lane remembers of the venue's limits. It has no queue of its own: a request waits only while the venue
 * would turn it away, and then it is told for how long. Times are the venue's clock, ms: its windows begin on the full minute of that clock.
 */
export class LaneLimits {
  limits: Limits = {};
  private readonly blockedUntil = { read: 0, order: 0 };
  private weight = { used: 0, atMs: 0 };

  note({ status, code, retryAfterMs = UNTOLD_WAIT }: VenueAnswer, usage: Usage, nowMs: number): void {
    if (turnsAway(status, code)) this.block(kindsTurnedAway(code), nowMs + retryAfterMs);
    const { weight1m, orders10s, orders1m } = usage;
    if (weight1m !== undefined) this.weight = { used: weight1m, atMs: nowMs };
    // Orders weigh nothing, so a used-up weight stops reads alone.
    if (isUsedUp(weight1m, this.limits.weight1m)) this.block(['read'], windowEnd(nowMs, MINUTE));
    if (isUsedUp(orders10s, this.limits.orders10s)) this.block(['order'], windowEnd(nowMs, TEN_SECONDS));
    if (isUsedUp(orders1m, this.limits.orders1m)) this.block(['order'], windowEnd(nowMs, MINUTE));
  }

  /** Zero: send it now. */
  waitMs(kind: RequestKind, nowMs: number): number {
    return Math.max(0, this.blockedUntil[kind] - nowMs);
  }

  /** How far apart whole-account reads should start: see `spacing`. */
  spacingMs(nowMs: number): number {
    const { weight1m: limit } = this.limits;
    const sameMinute = windowEnd(this.weight.atMs, MINUTE) === windowEnd(nowMs, MINUTE);
    return limit === undefined || !sameMinute ? 0 : spacing(this.weight.used, limit, windowEnd(nowMs, MINUTE) - nowMs);
  }

  private block(kinds: readonly RequestKind[], untilMs: number): void {
    for (const kind of kinds) this.blockedUntil[kind] = Math.max(this.blockedUntil[kind], untilMs);
  }
}

const turnsAway = (status: number, code: string | null): boolean =>
  status === 429 || status === 418 || code === '-1003' || code === '-1015';

/** -1015 counts orders; everything else counts the address, and so whatever is sent from it. */
const kindsTurnedAway = (code: string | null): readonly RequestKind[] =>
  code === '-1015' ? ['order'] : ['read', 'order'];

const isUsedUp = (used: number | undefined, limit: number | undefined): boolean =>
  used !== undefined && limit !== undefined && used >= limit;

const windowEnd = (nowMs: number, windowMs: number): number => nowMs - (nowMs % windowMs) + windowMs;

const SNAPSHOT_WEIGHT = 5;
/** Longer, and a reading would not fit into the time a round gives it. */
const SPACING_MAX = 1_000;

/**
 * In a storm of closes, reads could use up a minute's weight in seconds, and leave everyone blind for the rest of it. So once
 * half is used, half of what remains is spread over what remains of the minute; the other half is for looking up orders.
 */
function spacing(used: number, limit: number, msLeft: number): number {
  if (used < limit / 2) return 0;
  const snapshotsLeft = (limit - used) / 2 / SNAPSHOT_WEIGHT;
  return snapshotsLeft <= 0 ? SPACING_MAX : Math.min(SPACING_MAX, Math.floor(msLeft / snapshotsLeft));
}
