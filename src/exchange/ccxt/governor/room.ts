import type { Usage } from '../lane/answer-headers';
import type { Limits } from '../lane/lane-limits';
import { WindowCount } from './window-count';
import { MINUTE, TEN_SECONDS, windowEnd, windowOf } from './windows';

/** The venue's count is as old as its answer: where others send, only this part of our share is taken at a time. */
const CAUTION = 0.5;
/** Others send in bursts: what they have sent since that answer is reckoned at so many times their pace until then. */
const BURSTS = 3;
/** Where others send, the last places of a window are left alone: whoever tries for one that is seen may find it taken. */
const LEFT_ALONE = 6;
/** Closes are not split evenly between workers: a few more are told to come than have a place, rather than leave it empty. */
const OVERBOOKED = 1.1;

/**
 * What the venue would still take of this account's orders: its own count by the last answer, what we have in flight since,
 * and, where others send as well, only our share of what is left. Times are the venue's clock, ms.
 */
export class Room {
  limits: Limits = {};
  private readonly tenSeconds = new WindowCount(TEN_SECONDS);
  private readonly minute = new WindowCount(MINUTE);

  constructor(private readonly inFlight: () => number) {}

  /** The part of what is left that is ours. One: nobody else sends. */
  share(nowMs: number): number {
    return this.tenSeconds.share(nowMs, this.inFlight());
  }

  /** Our places in what is left of the ten seconds, beside what is in flight. */
  left(nowMs: number): number {
    return this.ours(this.tenSeconds, this.limits.orders10s, nowMs, this.inFlight());
  }

  /** How many may be in flight at once, so that others who reckon alike do not send for the same places. */
  safe(nowMs: number): number {
    const unseen = this.tenSeconds.unseen(nowMs, this.inFlight()) * BURSTS;
    const { orders10s, orders1m } = this.limits;
    return Math.min(
      this.careful(this.tenSeconds, orders10s, nowMs),
      this.careful(this.minute, orders1m, nowMs),
      // One finds out what others have sent.
      Math.max(1, this.careful(this.tenSeconds, orders10s, nowMs, unseen)),
    );
  }

  /** How many more may be promised a place in this window, besides those that are in flight or `promised` one already. */
  spare(nowMs: number, promised: number): number {
    const taken = this.inFlight() + promised;
    const { orders10s, orders1m } = this.limits;
    return Math.min(
      this.ours(this.tenSeconds, orders10s, nowMs, taken),
      this.ours(this.minute, orders1m, nowMs, taken),
    );
  }

  /** What a ten-second window to come takes from us, where earlier ones of its minute have promised so many places. */
  planned(window: number, nowMs: number, promised: number): number {
    const { orders10s = Infinity, orders1m = Infinity } = this.limits;
    const isThisMinute = windowOf(window * TEN_SECONDS, MINUTE) === windowOf(nowMs, MINUTE);
    const share = this.share(nowMs);
    const minute = isThisMinute ? this.ours(this.minute, orders1m, nowMs, this.inFlight()) : orders1m * share;
    return Math.min(Math.floor(orders10s * Math.min(1, share * OVERBOOKED)), Math.floor(minute) - promised);
  }

  /** When the windows take orders again: `nowMs` where they do, or where only an answer has to come in first. */
  opensAtMs(nowMs: number): number {
    if (this.isSpent(this.minute, this.limits.orders1m, nowMs)) return windowEnd(nowMs, MINUTE);
    return this.isSpent(this.tenSeconds, this.limits.orders10s, nowMs) ? windowEnd(nowMs, TEN_SECONDS) : nowMs;
  }

  sent(nowMs: number): void {
    for (const count of [this.tenSeconds, this.minute]) count.sent(nowMs, this.inFlight());
  }

  /** The counts in the headers of an answer to a request that was sent at `sentAtMs`. */
  heard({ orders10s, orders1m }: Usage, sentAtMs: number, nowMs: number): void {
    if (orders10s !== undefined) this.tenSeconds.heard(orders10s, sentAtMs, nowMs, this.inFlight());
    if (orders1m !== undefined) this.minute.heard(orders1m, sentAtMs, nowMs, this.inFlight());
  }

  /** The venue refused an order for its count (-1015): nothing more is sent in that window. */
  refused(isMinute: boolean, nowMs: number): void {
    const [count, limit] = isMinute ? [this.minute, this.limits.orders1m] : [this.tenSeconds, this.limits.orders10s];
    count.exhaust(limit ?? Infinity, nowMs, this.inFlight());
  }

  /** Of what is left of a window once `taken` is gone from it, the part that is ours. Infinite where the venue named no limit. */
  private ours(count: WindowCount, limit: number | undefined, nowMs: number, taken: number, part = 1): number {
    if (limit === undefined) return Infinity;
    const left = limit - count.countedAt(nowMs, this.inFlight()) - taken;
    return Math.floor(left * count.share(nowMs, this.inFlight()) * part);
  }

  private careful(count: WindowCount, limit: number | undefined, nowMs: number, unseen = 0): number {
    const isContested = count.share(nowMs, this.inFlight()) < 1;
    return isContested
      ? this.ours(count, limit, nowMs, LEFT_ALONE + unseen, CAUTION)
      : this.ours(count, limit, nowMs, 0);
  }

  /** No answer that is still to come could make room. */
  private isSpent(count: WindowCount, limit: number | undefined, nowMs: number): boolean {
    return this.careful(count, limit, nowMs) < 1;
  }
}
