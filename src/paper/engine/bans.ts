import { refusal } from './refusal';

/** Everybody comes from here. */
export const ADDRESS = '127.0.0.1';

const MINUTE_MS = 60_000;
/** So many refusals for weight in a row, with no pause between them, earn a ban. The venue does not publish its own figure. */
const REFUSALS_MAX = 10;
const PAUSE_MS = 2 * MINUTE_MS;
/** From two minutes to three days, doubling. Source: "IP Limits" in the documentation's General Info. */
const BAN_MIN_MS = 2 * MINUTE_MS;
const BAN_MAX_MS = 3 * 24 * 60 * MINUTE_MS;

/** Addresses that were told to slow down and did not are shut out, for longer each time. */
export class Bans {
  #until = 0;
  #nextMs = BAN_MIN_MS;
  #refusals = 0;
  #refusedAt = -Infinity;

  ban(now: number, ms: number): number {
    return (this.#until = now + ms);
  }

  check(now: number): void {
    if (now >= this.#until) return;
    const refused = refusal('-1003 banned', ADDRESS, String(this.#until));
    refused.headers['Retry-After'] = String(Math.ceil((this.#until - now) / 1000));
    throw refused;
  }

  noteRefusal(now: number): void {
    this.#refusals = now - this.#refusedAt > PAUSE_MS ? 1 : this.#refusals + 1;
    this.#refusedAt = now;
    if (this.#refusals <= REFUSALS_MAX) return;
    this.ban(now, this.#nextMs);
    this.#refusals = 0;
    this.#nextMs = Math.min(this.#nextMs * 2, BAN_MAX_MS);
    this.check(now);
  }
}
