import type { ExchangeOptions } from '../../exchange-options';
import { verdictOfCode } from '../codes/outcome-table';
import { asVenueError, throttled } from './trouble';
import { VenueError } from '../../venue-error';
import { OrderFlow } from '../governor/order-flow';
import { OrderGovernor } from '../governor/order-governor';
import type { Pacing } from '../governor/order-governor';
import { addressAt } from './address';
import type { Address } from './address';
import { LaneLimits, toldWaitMs, turnsAway } from './lane-limits';
import type { Limits, Need } from './lane-limits';
import { MarketBook } from './market-book';
import { makeUsdm } from './make-usdm';
import type { Head, Usdm } from './usdm';
import { Stagger } from './stagger';
import { serverTime } from './server-time';
import { isAsAsked } from './venue-answer';
import type { VenueAnswer } from './venue-answer';
import { VenueClock } from './venue-clock';

/** One account's way to the venue: its client, and what it knows of the venue's clock, markets and limits. */
export class Lane {
  readonly usdm: Usdm;
  readonly clock: VenueClock;
  readonly markets: MarketBook;
  readonly limits = new LaneLimits();
  readonly orders: OrderGovernor;
  private readonly address: Address;
  private readonly stagger = new Stagger();
  private connecting: Promise<void> | null = null;

  constructor(private readonly options: ExchangeOptions) {
    this.clock = new VenueClock(() => serverTime(this.usdm));
    const nowMs = (): number => this.clock.nowMs();
    this.usdm = makeUsdm(options, {
      venueNowMs: nowMs,
      pass: (request) => this.address.pass(request),
      headed: (head) => this.count(head),
      answered: (answer) => this.learn(answer),
    });
    this.address = addressAt(this.usdm.venueOrigin());
    this.orders = new OrderGovernor(
      new OrderFlow(),
      nowMs,
      (pacing) => this.warnOfWaiting(pacing),
      () => this.address.shutForMs(),
    );
    this.markets = new MarketBook(this.usdm, (limits) => this.setLimits(limits));
  }

  /** One connection for all who ask; a failed one is forgotten, so that a later call tries again. */
  connect(): Promise<void> {
    this.connecting ??= this.open().catch((fault: unknown) => {
      this.connecting = null;
      throw fault;
    });
    return this.connecting;
  }

  /** A read: not while the venue turns reads away, and with every fault as a VenueError. */
  async read<T>(what: string, ask: () => Promise<T>, need: Need = 'other'): Promise<T> {
    this.refuseIfThrottled(what, need);
    await this.connect();
    await this.clock.settled();
    this.clock.refreshIfOld();
    return ask().catch((fault: unknown) => {
      throw asVenueError(fault, what, this.usdm.venueOrigin());
    });
  }

  private setLimits(limits: Limits): void {
    this.limits.limits = limits;
    this.orders.flow.room.limits = limits;
  }

  private refuseIfThrottled(what: string, need: Need): void {
    const waitMs = Math.max(this.limits.waitMs(this.clock.nowMs(), need), this.address.shutForMs());
    if (waitMs === 0) return this.stagger.reset();
    throw new VenueError(throttled(what, waitMs + this.stagger.next()));
  }

  private async open(): Promise<void> {
    const what = 'connecting';
    this.refuseIfThrottled(what, 'positions');
    try {
      await Promise.all([this.clock.measure(), this.markets.load()]);
    } catch (fault) {
      throw asVenueError(fault, what, this.usdm.venueOrigin());
    }
    this.warnOfSkew();
  }

  /** A ban holds from the first header on: the next request may be about to leave. */
  private count({ status, usage, retryAfterMs, sentAtMs }: Head): void {
    const nowMs = this.clock.nowMs();
    if (status === 418) this.address.shutOut(toldWaitMs(retryAfterMs));
    this.limits.noteUsage(usage, sentAtMs, nowMs);
    this.orders.flow.room.heard(usage, sentAtMs, nowMs);
    const { weight1m, orders10s, orders1m } = this.limits.limits;
    const limits = { weightLimit1m: weight1m, ordersLimit10s: orders10s, ordersLimit1m: orders1m };
    this.options.onUsage?.({ ...usage, ...limits });
  }

  private learn(answer: VenueAnswer): void {
    const turned = turnsAway(answer);
    if (turned === 'orders') this.orders.refused(answer);
    if (turned === 'address') this.address.shutOut(toldWaitMs(answer.retryAfterMs));
    if (isAsAsked(answer)) return;
    const verdict = verdictOfCode(answer.code);
    if (verdict?.doubt === 'clock') this.clock.remeasure();
    if (verdict?.doubt === 'rules') this.markets.doubt();
    if (answer.code !== null && verdict === undefined)
      this.warn('the venue answered with a code we do not know', answer);
  }

  private warnOfWaiting({ waiting, opensInMs }: Pacing): void {
    const { orders10s, orders1m } = this.limits.limits;
    this.warn('ORDERS WAIT for the venue’s next window', { waiting, opensInMs, orders10s, orders1m });
  }

  private warnOfSkew(): void {
    const { offsetMs } = this.clock;
    if (Math.abs(offsetMs) > 1_000) this.warn('this machine’s clock differs from the venue’s', { offsetMs });
  }

  private warn(message: string, details: object): void {
    this.options.onWarning?.(message, details);
  }
}
