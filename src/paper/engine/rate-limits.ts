import { ADDRESS, Bans } from './bans';
import { refusal } from './refusal';

/** As exchangeInfo announces them: weight per IP, orders per account. */
export const RATE_LIMITS = [
  { rateLimitType: 'REQUEST_WEIGHT', interval: 'MINUTE', intervalNum: 1, limit: 2400 },
  { rateLimitType: 'ORDERS', interval: 'MINUTE', intervalNum: 1, limit: 1200 },
  { rateLimitType: 'ORDERS', interval: 'SECOND', intervalNum: 10, limit: 300 },
] as const;

const [WEIGHT_LIMIT, MINUTE_LIMIT, TEN_SECONDS_LIMIT] = RATE_LIMITS.map((rule) => rule.limit) as [
  number,
  number,
  number,
];
const MINUTE_MS = 60_000;
const TEN_SECONDS_MS = 10_000;

/** Counts what falls into the current window; windows are aligned to the clock, as the venue's are. */
class Window {
  #index = -1;
  #used = 0;
  constructor(readonly lengthMs: number) {}

  used(now: number): number {
    return this.#index === Math.floor(now / this.lengthMs) ? this.#used : 0;
  }

  add(now: number, count: number): void {
    this.#used = this.used(now) + count;
    this.#index = Math.floor(now / this.lengthMs);
  }

  secondsLeft(now: number): number {
    return Math.ceil((this.lengthMs - (now % this.lengthMs)) / 1000);
  }
}

const refuseBeyond = (window: Window, limit: number, interval: string, now: number): void => {
  if (window.used(now) < limit) return;
  const refused = refusal('-1015', String(limit), interval);
  refused.headers['Retry-After'] = String(window.secondsLeft(now));
  throw refused;
};

export interface Usage {
  readonly weight1m: number;
  readonly orders10s: number;
  readonly orders1m: number;
}

/** What this client has used up. Counting goes on when enforcement is off, so that the headers stay true. */
export class RateLimits {
  readonly bans = new Bans();
  readonly #weight = new Window(MINUTE_MS);
  readonly #ordersMinute = new Window(MINUTE_MS);
  readonly #ordersTenSeconds = new Window(TEN_SECONDS_MS);

  usage(now: number): Usage {
    return {
      weight1m: this.#weight.used(now),
      orders10s: this.#ordersTenSeconds.used(now),
      orders1m: this.#ordersMinute.used(now),
    };
  }

  /** Weight is counted even when it is refused: hammering on keeps a client out, and in the end gets it banned. */
  chargeWeight(now: number, weight: number, enforced: boolean): void {
    this.bans.check(now);
    this.#weight.add(now, weight);
    if (!enforced || this.#weight.used(now) <= WEIGHT_LIMIT) return;
    this.bans.noteRefusal(now);
    const refused = refusal('-1003', ADDRESS, String(WEIGHT_LIMIT));
    refused.headers['Retry-After'] = String(this.#weight.secondsLeft(now));
    throw refused;
  }

  chargeOrders(now: number, count: number, enforced: boolean): void {
    if (enforced) {
      refuseBeyond(this.#ordersTenSeconds, TEN_SECONDS_LIMIT, '10 SECOND', now);
      refuseBeyond(this.#ordersMinute, MINUTE_LIMIT, 'MINUTE', now);
    }
    this.#ordersTenSeconds.add(now, count);
    this.#ordersMinute.add(now, count);
  }
}
