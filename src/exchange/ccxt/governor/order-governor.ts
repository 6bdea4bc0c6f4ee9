import type { VenueAnswer } from '../lane/venue-answer';
import { Admissions } from './admissions';
import { Alarm } from './alarm';
import type { PositionKey } from '../../port';
import type { OrderFlow } from './order-flow';
import { Urgency } from './urgency';
import { WaitingLine } from './waiting-line';
import { GUARD, MINUTE, TEN_SECONDS, windowOf } from './windows';

/** An order that could not go is not tried again at once, ms. */
const COME_BACK_MIN = 20;

/** What an operator is told, once for each window: how many closes wait, and for how long. */
export interface Pacing {
  waiting: number;
  opensInMs: number;
}

/**
 * Paces one account's orders in this process. A close is stopped at two gates: before it reads, where waiting is cheap
 * (`Admissions`), and right before it signs, where nothing passes that the venue would refuse as far as can be known. There
 * the riskiest goes first, and one that cannot go soon is told when to come back.
 */
export class OrderGovernor {
  readonly urgency = new Urgency();
  private readonly admissions: Admissions;
  private readonly line = new WaitingLine();
  private refusedUntilMs = 0;
  private toldWindow = -1;
  private readonly alarm = new Alarm(() => this.advance());

  constructor(
    readonly flow: OrderFlow,
    private readonly nowMs: () => number,
    private readonly onWaiting: (pacing: Pacing) => void = () => undefined,
    private readonly shutForMs: () => number = () => 0,
  ) {
    this.admissions = new Admissions(flow, this.urgency, nowMs, (atMs) => this.shutUntil(atMs));
  }

  /** Zero: read, and send. Else how long to stay away, ms. */
  async admit(position: PositionKey): Promise<number> {
    return this.tell(await this.admissions.ask(position));
  }

  /** An admitted close sends nothing after all. */
  giveWay(position: PositionKey): void {
    this.admissions.end(position, false);
  }

  /** Zero: it is this order's turn, to be sent at once under `name`. Else how long to stay away, ms. */
  async turn(name: string, position: PositionKey, patienceMs: number): Promise<number> {
    const nowMs = this.nowMs();
    const opensInMs = this.opensAtMs(nowMs) - nowMs;
    if (opensInMs + GUARD > patienceMs && opensInMs > 0) return this.tell(this.comeBack(position));
    const take = (): void => this.flow.takeTurn(name, this.nowMs());
    if (opensInMs <= 0 && this.line.length === 0 && this.flow.mayGo(nowMs)) take();
    else if (!(await this.waitInLine(position, patienceMs, opensInMs, take))) return this.tell(this.comeBack(position));
    this.admissions.end(position, true);
    return 0;
  }

  sent(name: string): void {
    this.flow.sent(name, this.nowMs());
  }

  answered(): void {
    this.flow.answered(this.nowMs());
    this.advance();
    this.admissions.advance();
  }

  /** The venue has turned an order away for its count (-1015): nothing is left of that window, whatever was counted. */
  refused({ message, retryAfterMs }: VenueAnswer): void {
    const nowMs = this.nowMs();
    this.flow.refused(/minute/i.test(message), nowMs);
    // The venue rounds up to the second, and the window ends when it ends; a longer wait is meant.
    if (retryAfterMs !== undefined && retryAfterMs > MINUTE) this.refusedUntilMs = nowMs + retryAfterMs;
  }

  /** How long an order that came now would have to wait, ms. */
  waitMs(): number {
    const nowMs = this.nowMs();
    return Math.max(0, this.opensAtMs(nowMs) - nowMs);
  }

  /** When an order for this position is to be tried again, ms from now. */
  comeBack(position: PositionKey): number {
    this.admissions.leave(position);
    return Math.max(this.admissions.ticketFor(position), COME_BACK_MIN);
  }

  /** Nothing is sent before, whatever the windows take. */
  private shutUntil(nowMs: number): number {
    return Math.max(this.refusedUntilMs, nowMs + this.shutForMs());
  }

  private opensAtMs(nowMs: number): number {
    return Math.max(this.flow.room.opensAtMs(nowMs), this.shutUntil(nowMs));
  }

  private waitInLine(position: PositionKey, patienceMs: number, opensInMs: number, take: () => void): Promise<boolean> {
    const entered = this.line.enter(this.urgency.of(position), patienceMs, take);
    if (opensInMs > 0) this.alarm.in(opensInMs + GUARD);
    else this.advance();
    return entered;
  }

  private advance(): void {
    while (this.line.length > 0 && this.waitMs() === 0 && this.flow.mayGo(this.nowMs())) this.line.letIn();
    const pacedMs = this.flow.pacedForMs(this.nowMs());
    if (this.line.length > 0 && pacedMs > 0) this.alarm.in(pacedMs);
  }

  private tell(waitMs: number): number {
    const window = windowOf(this.nowMs(), TEN_SECONDS);
    if (waitMs > 0 && window !== this.toldWindow) {
      this.toldWindow = window;
      this.onWaiting({ waiting: this.admissions.waiting + this.line.length, opensInMs: this.waitMs() });
    }
    return waitMs;
  }
}
