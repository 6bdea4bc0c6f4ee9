import { PACED_OVER } from './order-flow';
import { GUARD, TEN_SECONDS, windowOf } from './windows';

/**
 * Closes that come back for the same window are spread over this part of it, ms: hundreds that wake in one millisecond would
 * be late all together. It is as fast as orders go out where a window is shared.
 */
const SPREAD_OVER = TEN_SECONDS * PACED_OVER;
/** A ticket that is not redeemed by then has gone to another worker, or its close is over, ms. */
const KEPT_FOR = 3_000;
/** The plan is a guess at what others do: nobody stays away for longer on the strength of it, ms. */
const TOLD_MAX = TEN_SECONDS;
/** Windows that are planned ahead: ten minutes. Whoever is told to come back later than that asks again. */
const WINDOWS_MAX = 60;

/** Who waits, and how it ranks: the smaller the urgency's number, the sooner; then by arrival. */
export interface Ticket {
  readonly window: number;
  readonly urgency: number;
  readonly arrival: number;
  readonly dueMs: number;
}

/** How many orders a window may still take. */
export type CapacityOf = (window: number) => number;

const spread = (rank: number, capacity: number): number =>
  Number.isFinite(capacity) ? Math.min(SPREAD_OVER, (rank * SPREAD_OVER) / Math.max(1, capacity)) : 0;

/** Who comes back for which of the venue's ten-second windows. Someone more urgent takes a place in a window that is full; who loses it finds out on coming back. */
export class Tickets {
  private readonly tickets = new Map<string, Ticket>();
  private arrivals = 0;

  get size(): number {
    return this.tickets.size;
  }

  /** How many hold tickets for windows from `from` to before `to`. */
  heldBetween(from: number, to: number): number {
    let held = 0;
    for (const { window } of this.tickets.values()) if (window >= from && window < to) held += 1;
    return held;
  }

  /** Zero: there is room now. Else how long to stay away, ms. `openMs`: nothing is sent before. */
  ask(key: string, urgency: number, nowMs: number, openMs: number, capacityOf: CapacityOf): number {
    this.forgetLate(nowMs);
    const arrival = this.tickets.get(key)?.arrival ?? (this.arrivals += 1);
    this.tickets.delete(key);
    const first = windowOf(Math.max(nowMs, openMs), TEN_SECONDS);
    for (let window = first; ; window += 1) {
      const rank = this.rankIn(window, urgency, arrival);
      const capacity = capacityOf(window);
      if (rank >= capacity && window < first + WINDOWS_MAX) continue;
      if (window * TEN_SECONDS <= nowMs && openMs <= nowMs) return 0;
      const dueMs = Math.max(window * TEN_SECONDS + GUARD, openMs) + spread(rank, capacity);
      this.tickets.set(key, { window, urgency, arrival, dueMs });
      return Math.ceil(Math.min(dueMs, Math.max(nowMs, openMs) + TOLD_MAX) - nowMs);
    }
  }

  /** It has come back, and is let through. */
  redeem(key: string): void {
    this.tickets.delete(key);
  }

  private rankIn(window: number, urgency: number, arrival: number): number {
    let rank = 0;
    for (const other of this.tickets.values()) {
      const isBefore = other.urgency < urgency || (other.urgency === urgency && other.arrival < arrival);
      if (other.window === window && isBefore) rank += 1;
    }
    return rank;
  }

  private forgetLate(nowMs: number): void {
    for (const [key, { dueMs }] of this.tickets) if (dueMs + KEPT_FOR < nowMs) this.tickets.delete(key);
  }
}
