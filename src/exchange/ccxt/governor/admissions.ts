import type { PositionKey } from '../../port';
import type { OrderFlow } from './order-flow';
import { Tickets } from './tickets';
import { keyOf } from './urgency';
import type { Urgency } from './urgency';
import { WaitingLine } from './waiting-line';
import { isOver, MINUTE, TEN_SECONDS, windowOf } from './windows';

/** Closes between their admission and their order, at most: more would be admitted before the venue has counted the first. */
const ADMITTED_MAX = 24;
/** An admission that no order follows lapses, ms: the order has gone by another worker, or was not needed. */
const ADMITTED_FOR = 3_000;
/** Waiting here costs nothing, but keeps a workflow task: beyond this a timer in the workflow is better, ms. */
const PATIENCE = 500;

/** Between two that come back because too many were here, ms. */
const APART = 20;

/**
 * The first gate, before a close reads anything: while the window is used up it is told when to come back, so that no
 * reading grows old meanwhile, and no round is played in vain.
 */
export class Admissions {
  private readonly tickets = new Tickets();
  private readonly admitted = new Map<string, number>();
  private readonly line = new WaitingLine();

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
    if (waitMs > 0) return waitMs;
    const admit = (): void => void this.admitted.set(keyOf(position), this.nowMs() + ADMITTED_FOR);
    if (this.line.length === 0 && this.isOpen()) admit();
    else if (!(await this.line.enter(this.urgency.of(position), PATIENCE, admit))) return this.turnedAway(position);
    return 0;
  }

  /** A place in the window that takes this position's next order, as the wait until then, ms; zero where there is one now. */
  ticketFor(position: PositionKey): number {
    const nowMs = this.nowMs();
    const current = windowOf(nowMs, TEN_SECONDS);
    const capacityOf = (window: number): number =>
      window === current ? this.flow.spare(nowMs, this.held(nowMs)) : this.planned(window, current, nowMs);
    return this.tickets.ask(keyOf(position), this.urgency.of(position), nowMs, this.shutUntilMs(nowMs), capacityOf);
  }

  /** Its order goes now, or it needs none after all. An order whose admission was another worker's stands for our oldest. */
  end(position: PositionKey, sends: boolean): void {
    const isOurs = this.admitted.delete(keyOf(position));
    const [oldest] = this.admitted.keys();
    if (!isOurs && sends && oldest !== undefined) this.admitted.delete(oldest);
    this.advance();
  }

  advance(): void {
    while (this.line.length > 0 && this.isOpen()) this.line.letIn();
  }

  private isOpen(): boolean {
    const held = this.held(this.nowMs());
    return held < ADMITTED_MAX && this.flow.spare(this.nowMs(), held) > 0;
  }

  private turnedAway(position: PositionKey): number {
    return Math.max(this.ticketFor(position), PATIENCE + this.line.length * APART);
  }

  /** A minute's limit is shared by its windows: what earlier ones have promised is gone. */
  private planned(window: number, current: number, nowMs: number): number {
    const minuteStart = window - (window % (MINUTE / TEN_SECONDS));
    return this.flow.planned(window, nowMs, this.tickets.heldBetween(Math.max(minuteStart, current), window));
  }

  private held(nowMs: number): number {
    for (const [key, untilMs] of this.admitted) if (isOver(untilMs, nowMs, ADMITTED_FOR)) this.admitted.delete(key);
    return this.admitted.size;
  }
}
