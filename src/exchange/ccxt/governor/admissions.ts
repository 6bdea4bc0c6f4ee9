import type { PositionKey } from '../../port';
import { Alarm } from './alarm';
import type { OrderFlow } from './order-flow';
import { Tickets } from './tickets';
import { keyOf } from './urgency';
import type { Urgency } from './urgency';
import { WaitingLine } from './waiting-line';
import { GUARD, isOver, MINUTE, TEN_SECONDS, windowEnd, windowOf } from './windows';

/** Closes between their admission and their order, at most: more would be admitted before the venue has counted the first. */
const ADMITTED_MAX = 100;
/** An admission that no order follows lapses, ms: the order has gone by another worker, or was not needed. */
const ADMITTED_FOR = 3_000;
/** How long beyond its place somebody is kept here, ms: waiting costs nothing, but keeps a workflow task. */
const PATIENCE = 500;

/** Between two that come back because too many were here, ms. */
const APART = 10;

/**
 * Who has so little left to wait, ms, stays in line: going away and coming back is another workflow task, and six events. Nobody
 * stays longer, for the reading that follows has to fit into the same local activity, which is given four seconds.
 */
const STAY = 3_000;
/** Who waits longer comes back this long before its place in the window, ms, and waits here: a window is used from its first moment. */
const EARLY = 2_000;
/** And is let through this long before the window opens, ms: what it reads is there by then, and still fresh. */
const READING = 1_200;

/**
 * The first gate, before a close reads anything: while the window is used up it is told when to come back, so that no
 * reading grows old meanwhile, and no round is played in vain.
 */
export class Admissions {
  private readonly tickets = new Tickets();
  private readonly admitted = new Map<string, number>();
  private readonly line = new WaitingLine();
  private readonly alarm = new Alarm(() => this.advance());

  constructor(
    private readonly flow: OrderFlow,
    private readonly urgency: Urgency,
    private readonly nowMs: () => number,
    private readonly shutUntilMs: (nowMs: number) => number,
  ) {}

  get waiting(): number {
    return this.tickets.size + this.line.length;
  }

  /** Zero: go on. Else how long to stay away, ms. */
  async ask(position: PositionKey): Promise<number> {
    const waitMs = this.ticketFor(position);
    if (waitMs > STAY) return waitMs - EARLY;
    const admit = (): void => this.admit(keyOf(position));
    if (waitMs === 0 && this.line.length === 0 && this.isOpen()) admit();
    else if (!(await this.waitInLine(position, Math.min(waitMs + PATIENCE, STAY), admit)))
      return this.turnedAway(position);
    return 0;
  }

  /** A place in the window that takes this position's next order, as the wait until then, ms; zero where there is one now. */
  ticketFor(position: PositionKey): number {
    const nowMs = this.nowMs();
    const current = windowOf(nowMs, TEN_SECONDS);
    const capacityOf = (window: number): number =>
      window === current ? this.flow.room.spare(nowMs, this.held(nowMs)) : this.planned(window, current, nowMs);
    return this.tickets.ask(keyOf(position), this.urgency.of(position), nowMs, this.shutUntilMs(nowMs), capacityOf);
  }

  /** Its order goes now, or it needs none after all. An order whose admission was another worker's stands for our oldest. */
  end(position: PositionKey, sends: boolean): void {
    const isOurs = this.leave(position);
    const [oldest] = this.admitted.keys();
    if (!isOurs && sends && oldest !== undefined) this.admitted.delete(oldest);
    this.advance();
  }

  /** It is not to have its place any longer: false where it had none here. */
  leave(position: PositionKey): boolean {
    return this.admitted.delete(keyOf(position));
  }

  advance(): void {
    while (this.line.length > 0 && this.isOpen()) this.line.letIn();
  }

  private waitInLine(position: PositionKey, patienceMs: number, admit: () => void): Promise<boolean> {
    const nowMs = this.nowMs();
    const entered = this.line.enter(this.urgency.of(position), patienceMs, admit);
    this.alarm.in(Math.max(windowEnd(nowMs, TEN_SECONDS) - READING, this.shutUntilMs(nowMs)) + GUARD - nowMs);
    return entered;
  }

  private isOpen(): boolean {
    const nowMs = this.nowMs();
    const held = this.held(nowMs);
    return held < ADMITTED_MAX && this.shutUntilMs(nowMs) <= nowMs && this.places(nowMs, held) > 0;
  }

  /** In the window that an order would meet which is admitted now. */
  private places(nowMs: number, held: number): number {
    const next = windowOf(nowMs + READING - GUARD, TEN_SECONDS);
    const isNext = next > windowOf(nowMs, TEN_SECONDS) && this.flow.room.opensAtMs(nowMs) > nowMs;
    return isNext ? this.planned(next, next, nowMs) - held : this.flow.room.spare(nowMs, held);
  }

  private admit(key: string): void {
    this.tickets.redeem(key);
    this.admitted.set(key, this.nowMs() + ADMITTED_FOR);
  }

  private turnedAway(position: PositionKey): number {
    return Math.max(this.ticketFor(position), PATIENCE + this.line.length * APART);
  }

  /** A minute's limit is shared by its windows: what earlier ones have promised is gone. */
  private planned(window: number, current: number, nowMs: number): number {
    const minuteStart = window - (window % (MINUTE / TEN_SECONDS));
    return this.flow.room.planned(window, nowMs, this.tickets.heldBetween(Math.max(minuteStart, current), window));
  }

  private held(nowMs: number): number {
    for (const [key, untilMs] of this.admitted) if (isOver(untilMs, nowMs, ADMITTED_FOR)) this.admitted.delete(key);
    return this.admitted.size;
  }
}
