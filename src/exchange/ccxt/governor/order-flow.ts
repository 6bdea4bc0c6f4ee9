import { Burst } from './burst';
import { Room } from './room';
import { GUARD, isOver, TEN_SECONDS, windowEnd } from './windows';

/** A turn that is not used within this time is another's, ms. */
const TURN_KEPT_FOR = 1_000;

/** Where others send, our share is spread over this part of what is left of the window: what nobody sees stays small. */
export const PACED_OVER = 0.12;
/** A timer that was late may be made up for by this much, ms. */
const CATCH_UP = 200;
/** Nothing follows a refusal sooner, ms: at a window's beginning our estimate of the venue's clock is ahead, and the window has not begun. */
const PAUSE_AFTER_REFUSAL = 250;

/** How fast this account's orders leave this process, in what room the venue has for them. Times are the venue's clock, ms. */
export class OrderFlow {
  readonly room = new Room(() => this.inFlight);
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
    const isContested = this.room.share(nowMs) < 1 || this.isCrowded();
    return this.inFlight < Math.min(this.room.safe(nowMs), this.burst.allowed(nowMs, isContested));
  }

  /** How long the next order is kept back, ms: never beyond a window. */
  pacedForMs(nowMs: number): number {
    const pacedMs = isOver(this.pacedUntilMs, nowMs, TEN_SECONDS) ? 0 : this.pacedUntilMs - nowMs;
    return Math.max(pacedMs, this.room.share(nowMs) < 1 ? GUARD - (nowMs % TEN_SECONDS) : 0);
  }

  takeTurn(name: string, nowMs: number): void {
    this.pacedUntilMs = Math.max(this.pacedUntilMs, nowMs - CATCH_UP) + this.interval(nowMs);
    this.turns.set(name, nowMs + TURN_KEPT_FOR);
  }

  sent(name: string, nowMs: number): void {
    this.turns.delete(name);
    this.room.sent(nowMs);
    this.sending += 1;
  }

  answered(nowMs: number): void {
    this.sending -= 1;
    this.burst.answered(nowMs);
  }

  /** The venue refused an order for its count (-1015). */
  refused(isMinute: boolean, nowMs: number): void {
    this.room.refused(isMinute, nowMs);
    this.burst.refused();
    this.pacedUntilMs = Math.max(this.pacedUntilMs, nowMs + PAUSE_AFTER_REFUSAL);
  }

  /** Alone, orders may go as fast as they come. */
  private interval(nowMs: number): number {
    if (this.room.share(nowMs) === 1) return 0;
    return ((windowEnd(nowMs, TEN_SECONDS) - nowMs) * PACED_OVER) / Math.max(1, this.room.left(nowMs));
  }

  private forgetTurns(nowMs: number): void {
    for (const [name, untilMs] of this.turns) if (isOver(untilMs, nowMs, TURN_KEPT_FOR)) this.turns.delete(name);
  }
}
