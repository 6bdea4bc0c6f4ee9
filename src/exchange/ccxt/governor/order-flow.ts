import type { Usage } from '../lane/answer-headers';
import type { Limits } from '../lane/lane-limits';
import { Burst } from './burst';
import { WindowCount } from './window-count';
import { GUARD, isOver, MINUTE, TEN_SECONDS, windowEnd, windowOf } from './windows';

/** A turn that is not used within this time is another's, ms. */
const TURN_KEPT_FOR = 1_000;

/** The venue's count is as old as its answer: where others send, only this part of our share is taken at a time. */
const CAUTION = 0.5;
/** Where others send, the last places of a window are left alone: whoever tries for one that is seen may find it taken. */
const LEFT_ALONE = 6;
/** Where others send, our share is spread over this part of what is left of the window: what nobody sees stays small. */
export const PACED_OVER = 0.2;
/** Closes are not split evenly between workers: a few more are told to come than have a place, rather than leave it empty. */
const OVERBOOKED = 1.1;
/** A timer that was late may be made up for by this much, ms. */
const CATCH_UP = 200;

/**
 * What the venue would still take of this account's orders: its own count by the last answer, what we have in flight since,
 * and, where others send as well, only our share of what is left. Times are the venue's clock, ms.
 */
export class OrderFlow {
  limits: Limits = {};
  private readonly tenSeconds = new WindowCount(TEN_SECONDS);
  private readonly minute = new WindowCount(MINUTE);
  private readonly burst = new Burst();
  private readonly turns = new Map<string, number>();
  private sending = 0;
  /** The next order goes no sooner. */
  private pacedUntilMs = 0;

  /** `isCrowded`: the address is so busy that others may be sending orders as well. */
  constructor(private readonly isCrowded: () => boolean = () => false) {}

  get inFlight(): number {
    return this.sending + this.turns.size;
  }

  /** Whether one more may be sent now: there is room for it beside all that is in flight, here and, by our share, elsewhere. */
  mayGo(nowMs: number): boolean {
    this.forgetTurns(nowMs);
    if (this.pacedForMs(nowMs) > 0) return false;
    const isContested = this.share(nowMs) < 1 || this.isCrowded();
    return this.inFlight < Math.min(this.safely(nowMs), this.burst.allowed(nowMs, isContested));
  }

  /** How long the next order is kept back, ms: never beyond a window. */
  pacedForMs(nowMs: number): number {
    const pacedMs = isOver(this.pacedUntilMs, nowMs, TEN_SECONDS) ? 0 : this.pacedUntilMs - nowMs;
    return Math.max(pacedMs, this.share(nowMs) < 1 ? GUARD - (nowMs % TEN_SECONDS) : 0);
  }

  /** How many more may be promised a place in this window, besides those that are in flight or `promised` one already. */
  spare(nowMs: number, promised: number): number {
    const taken = this.inFlight + promised;
    const { orders10s, orders1m } = this.limits;
    return Math.min(
      this.ours(this.tenSeconds, orders10s, nowMs, taken),
      this.ours(this.minute, orders1m, nowMs, taken),
    );
  }

  /** When the windows take orders again: `nowMs` where they do, or where only an answer has to come in first. */
  opensAtMs(nowMs: number): number {
    if (this.isSpent(this.minute, this.limits.orders1m, nowMs)) return windowEnd(nowMs, MINUTE);
    return this.isSpent(this.tenSeconds, this.limits.orders10s, nowMs) ? windowEnd(nowMs, TEN_SECONDS) : nowMs;
  }

  /** What a ten-second window to come takes from us, where earlier ones of its minute have promised so many places. */
  planned(window: number, nowMs: number, promised: number): number {
    const { orders10s = Infinity, orders1m = Infinity } = this.limits;
    const isThisMinute = windowOf(window * TEN_SECONDS, MINUTE) === windowOf(nowMs, MINUTE);
    const minute = isThisMinute ? this.ours(this.minute, orders1m, nowMs, this.inFlight) : orders1m * this.share(nowMs);
    const share = Math.min(1, this.share(nowMs) * OVERBOOKED);
    return Math.min(Math.floor(orders10s * share), Math.floor(minute) - promised);
  }

  share(nowMs: number): number {
    return this.tenSeconds.share(nowMs, this.inFlight);
  }

  takeTurn(name: string, nowMs: number): void {
    this.pacedUntilMs = Math.max(this.pacedUntilMs, nowMs - CATCH_UP) + this.interval(nowMs);
    this.turns.set(name, nowMs + TURN_KEPT_FOR);
  }

  sent(name: string, nowMs: number): void {
    this.turns.delete(name);
    for (const count of [this.tenSeconds, this.minute]) count.sent(nowMs, this.inFlight);
    this.sending += 1;
  }

  answered(nowMs: number): void {
    this.sending -= 1;
    this.burst.answered(nowMs);
  }

  /** The counts in the headers of an answer to a request that was sent at `sentAtMs`. */
  heard({ orders10s, orders1m }: Usage, sentAtMs: number, nowMs: number): void {
    if (orders10s !== undefined) this.tenSeconds.heard(orders10s, sentAtMs, nowMs, this.inFlight);
    if (orders1m !== undefined) this.minute.heard(orders1m, sentAtMs, nowMs, this.inFlight);
  }

  /** The venue refused an order for its count (-1015): nothing more is sent in that window. */
  refused(isMinute: boolean, nowMs: number): void {
    const [count, limit] = isMinute ? [this.minute, this.limits.orders1m] : [this.tenSeconds, this.limits.orders10s];
    count.exhaust(limit ?? Infinity, nowMs, this.inFlight);
  }

  /** Of what is left of a window once `taken` is gone from it, the part that is ours. Infinite where the venue named no limit. */
  private ours(count: WindowCount, limit: number | undefined, nowMs: number, taken: number, part = 1): number {
    if (limit === undefined) return Infinity;
    const left = limit - count.countedAt(nowMs, this.inFlight) - taken;
    return Math.floor(left * count.share(nowMs, this.inFlight) * part);
  }

  /** How many may be in flight at once, so that others who reckon alike do not send for the same places. */
  private safely(nowMs: number): number {
    const { orders10s, orders1m } = this.limits;
    return Math.min(this.cautiously(this.tenSeconds, orders10s, nowMs), this.cautiously(this.minute, orders1m, nowMs));
  }

  private cautiously(count: WindowCount, limit: number | undefined, nowMs: number): number {
    const isContested = count.share(nowMs, this.inFlight) < 1;
    return isContested ? this.ours(count, limit, nowMs, LEFT_ALONE, CAUTION) : this.ours(count, limit, nowMs, 0);
  }

  /** No answer that is still to come could make room. */
  private isSpent(count: WindowCount, limit: number | undefined, nowMs: number): boolean {
    return this.cautiously(count, limit, nowMs) < 1;
  }

  /** Alone, orders may go as fast as they come. */
  private interval(nowMs: number): number {
    if (this.share(nowMs) === 1) return 0;
    const left = Math.max(1, this.ours(this.tenSeconds, this.limits.orders10s, nowMs, this.inFlight));
    return ((windowEnd(nowMs, TEN_SECONDS) - nowMs) * PACED_OVER) / left;
  }

  private forgetTurns(nowMs: number): void {
    for (const [name, untilMs] of this.turns) if (isOver(untilMs, nowMs, TURN_KEPT_FOR)) this.turns.delete(name);
  }
}
