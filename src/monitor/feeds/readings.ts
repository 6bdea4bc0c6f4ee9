import { VenueError } from '../../exchange/venue-error';

/** The venue's wait is kept, but looked at again after this: the client itself refuses a read that the venue would turn away. */
const TOLD_WAIT_MAX = 10_000;
/** A refused key will be refused again, and insisting on it gets an address banned. */
const REFUSED_WAIT = 10_000;

/** What is remembered of a read that is repeated. */
export class Readings {
  /** This machine's clock at the last answer, ms; null: there was none. */
  lastAtMs: number | null = null;
  /** Why the last read failed, or null where it did not. */
  fault: string | null = null;
  /** How often a read succeeded after one that failed. */
  recoveries = 0;
  // Measured on a clock that nobody sets.
  private startedAt = Number.NEGATIVE_INFINITY;
  private waitUntil = 0;

  begin(): void {
    this.startedAt = performance.now();
  }

  succeed(): void {
    if (this.fault !== null) this.recoveries += 1;
    this.fault = null;
    this.lastAtMs = Date.now();
  }

  fail(fault: unknown): void {
    this.fault = fault instanceof Error ? fault.message : String(fault);
    this.waitUntil = performance.now() + waitAfter(fault);
  }

  /** Since the last read started, ms. */
  sinceStartMs(): number {
    return performance.now() - this.startedAt;
  }

  /** How long the last failure forbids another read, ms. */
  forbiddenMs(): number {
    return this.waitUntil - performance.now();
  }

  /** Since the last answer, ms; infinite before the first. */
  ageMs(): number {
    return this.lastAtMs === null ? Number.POSITIVE_INFINITY : Math.max(0, Date.now() - this.lastAtMs);
  }
}

function waitAfter(fault: unknown): number {
  if (!(fault instanceof VenueError)) return 0;
  const { type, retryAfterMs = 0 } = fault.trouble;
  return type === 'CredentialsRefused' ? REFUSED_WAIT : Math.min(retryAfterMs, TOLD_WAIT_MAX);
}
