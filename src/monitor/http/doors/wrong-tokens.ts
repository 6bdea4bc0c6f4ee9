import { isIPv6 } from 'node:net';

/** Wrong tokens that an address may send in a row before it must wait. */
export const WRONG_TOKENS_MAX = 10;
/** One more is allowed after each of these. */
export const WRONG_TOKEN_EVERY_MS = 6_000;
/** Addresses remembered; beyond it the longest silent is forgotten. */
const ADDRESSES_MAX = 10_000;

/** How many wrong tokens an address has sent lately: a bucket that empties by one every few seconds. */
export class WrongTokens {
  readonly #buckets = new Map<string, { level: number; atMs: number }>();

  constructor(private readonly now: () => number) {}

  /** How long this address must wait before it may try again, ms; 0 when it may. */
  waitMs(address: string): number {
    const excess = this.#level(networkOf(address)) - (WRONG_TOKENS_MAX - 1);
    return excess <= 0 ? 0 : excess * WRONG_TOKEN_EVERY_MS;
  }

  note(address: string): void {
    const network = networkOf(address);
    const level = this.#level(network) + 1;
    this.#buckets.delete(network);
    this.#buckets.set(network, { level, atMs: this.now() });
    if (this.#buckets.size > ADDRESSES_MAX) this.#forgetOldest();
  }

  #level(network: string): number {
    const bucket = this.#buckets.get(network);
    if (bucket === undefined) return 0;
    return Math.max(0, bucket.level - (this.now() - bucket.atMs) / WRONG_TOKEN_EVERY_MS);
  }

  #forgetOldest(): void {
    for (const oldest of this.#buckets.keys()) {
      this.#buckets.delete(oldest);
      return;
    }
  }
}

/** Who has one IPv6 address has 2⁶⁴ of them: the network counts. */
const networkOf = (address: string): string =>
  isIPv6(address) && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
