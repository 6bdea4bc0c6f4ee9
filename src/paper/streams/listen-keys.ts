import { createHash } from 'node:crypto';

/** Source: "Start User Data Stream" in the documentation. */
export const LISTEN_KEY_LIFE_MS = 60 * 60 * 1000;

/** The one listen key that an account has at a time, on the exchange's own clock. */
export class ListenKeys {
  #count = 0;
  #key: string | undefined;
  #expiresAt = 0;

  constructor(readonly seed: number) {}

  /** While a key is alive, asking again gives the same key and a new hour. */
  open(now: number): string {
    this.#key = this.current(now) ?? this.#next();
    this.#expiresAt = now + LISTEN_KEY_LIFE_MS;
    return this.#key;
  }

  current(now: number): string | undefined {
    return now < this.#expiresAt ? this.#key : undefined;
  }

  /** False when there is no living key to keep. */
  extend(now: number): boolean {
    if (this.current(now) === undefined) return false;
    this.#expiresAt = now + LISTEN_KEY_LIFE_MS;
    return true;
  }

  /** The key dies now; undefined when there was none. */
  end(): string | undefined {
    const ended = this.#key;
    this.#key = undefined;
    return ended;
  }

  /** The key whose hour has run out since somebody last asked. */
  takeExpired(now: number): string | undefined {
    return this.#key !== undefined && now >= this.#expiresAt ? this.end() : undefined;
  }

  #next(): string {
    return createHash('sha256')
      .update(`${this.seed} listen key ${(this.#count += 1)}`)
      .digest('hex');
  }
}
