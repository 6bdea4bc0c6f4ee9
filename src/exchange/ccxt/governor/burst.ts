import { TEN_SECONDS, windowOf } from './windows';

/** Several closes at once need not queue when nothing is known to be scarce. */
const FIRST_ALONE = 4;
/** In flight at once beside others, at most: what they send meanwhile, nobody sees. */
const MOST_SHARED = 12;
/** In flight at once at the beginning of a window that others use as well, as soon as one order has found it open: none of it can be used up yet. */
const FRESH = 6;
/** Of a window, ms. */
const FRESH_FOR = 1_000;
/** A count that old says nothing of now, ms. */
const STALE_AFTER = 2_000;

/**
 * How many orders may be in flight at once. It begins small in each window that others use as well, and grows by one with
 * every answer: so a process that does not know how much of the window is left finds out with one order, not with a dozen.
 */
export class Burst {
  private size = FIRST_ALONE;
  private window = -1;
  private answeredAtMs = Number.NEGATIVE_INFINITY;

  /** `isContested`: others send, or may well do. */
  allowed(nowMs: number, isContested: boolean): number {
    const window = windowOf(nowMs, TEN_SECONDS);
    const isUnknown = nowMs - this.answeredAtMs > STALE_AFTER || (isContested && window !== this.window);
    if (isUnknown) this.size = isContested ? 1 : FIRST_ALONE;
    this.window = window;
    return isContested ? Math.min(this.size, MOST_SHARED) : this.size;
  }

  answered(nowMs: number): void {
    const isFirst = this.size === 1 && nowMs % TEN_SECONDS < FRESH_FOR;
    this.size = isFirst ? FRESH : this.size + 1;
    this.answeredAtMs = nowMs;
  }

  /** Before its answer is counted: what was sent found the window shut, and the next finds out again. */
  refused(): void {
    this.size = 0;
  }
}
