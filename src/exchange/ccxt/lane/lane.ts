import type { ExchangeOptions } from '../../exchange-options';
import { verdictOfCode } from '../codes/outcome-table';
import { asVenueError, throttled } from './trouble';
import { VenueError } from '../../venue-error';
import type { Usage } from './answer-headers';
import { LaneLimits } from './lane-limits';
import { MarketBook } from './market-book';
import { makeUsdm } from './make-usdm';
import type { Usdm } from './usdm';
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
  private connecting: Promise<void> | null = null;

  constructor(private readonly options: ExchangeOptions) {
    this.clock = new VenueClock(() => serverTime(this.usdm));
    this.usdm = makeUsdm(options, {
      venueNowMs: () => this.clock.nowMs(),
      answered: (answer, usage) => this.learn(answer, usage),
    });
    this.markets = new MarketBook(this.usdm, (limits) => (this.limits.limits = limits));
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
  async read<T>(what: string, ask: () => Promise<T>): Promise<T> {
    this.refuseIfThrottled(what);
    await this.connect();
    await this.clock.settled();
    this.clock.refreshIfOld();
    return ask().catch((fault: unknown) => {
      throw asVenueError(fault, what, this.usdm.venueOrigin());
    });
  }

  private refuseIfThrottled(what: string): void {
    const waitMs = this.limits.waitMs('read', this.clock.nowMs());
    if (waitMs > 0) throw new VenueError(throttled(what, waitMs));
  }

  private async open(): Promise<void> {
    const what = 'connecting';
    this.refuseIfThrottled(what);
    try {
      await Promise.all([this.clock.measure(), this.markets.load()]);
    } catch (fault) {
      throw asVenueError(fault, what, this.usdm.venueOrigin());
    }
    this.warnOfSkew();
  }

  private learn(answer: VenueAnswer, usage: Usage): void {
    this.limits.note(answer, usage, this.clock.nowMs());
    this.tellUsage(usage);
    if (isAsAsked(answer)) return;
    const verdict = verdictOfCode(answer.code);
    if (verdict?.doubt === 'clock') this.clock.remeasure();
    if (verdict?.doubt === 'rules') this.markets.doubt();
    if (answer.code !== null && verdict === undefined)
      this.warn('the venue answered with a code we do not know', answer);
  }

  private tellUsage(usage: Usage): void {
    const { weight1m, orders10s, orders1m } = this.limits.limits;
    const limits = { weightLimit1m: weight1m, ordersLimit10s: orders10s, ordersLimit1m: orders1m };
    this.options.onUsage?.({ ...usage, ...limits });
  }

  private warnOfSkew(): void {
    const { offsetMs } = this.clock;
    if (Math.abs(offsetMs) > 1_000) this.warn('this machine’s clock differs from the venue’s', { offsetMs });
  }

  private warn(message: string, details: object): void {
    this.options.onWarning?.(message, details);
  }
}
