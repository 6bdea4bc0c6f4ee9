import type { Logger } from 'pino';
import type { MarketSymbol } from '../../domain/market-symbol';
import { MarkPriceStream } from '../../exchange/streams/mark-price-stream';
import type { MarketWatch, MarkPrice } from '../../exchange/watch-port';
import type { Feed, FeedState, FeedStatus, PriceTick } from './feed';
import { Loop } from './loop';
import { NewestTicks } from './newest-ticks';
import { Readings } from './readings';
import { seconds } from './seconds';
import { StateLog } from './state-log';
import { StreamPulse } from './stream-pulse';
import { tell } from './tell';
import { WeightBudget } from './weight-budget';

export interface PriceFeedOptions {
  watch: Pick<MarketWatch, 'listMarkPrices' | 'weightUsed' | 'venueNowMs' | 'streams'>;
  logger: Logger;
  onPrices: (ticks: readonly PriceTick[]) => void;
  /** The stream speaks every second; after so long without a fresh price REST takes over, ms. */
  silentAfterMs?: number;
  /** The feeds' part of the venue's weight limit. */
  share?: number;
}

const SILENT_AFTER = 3_000;
/** Of REST, while it stands in. */
export const PRICE_PACE = { everyMs: 3_000, slowestMs: 10_000, weight: 10 };
/** After a reconnection one read closes the gap; a socket that flaps does not get one each time. */
const RESYNC_SPACING = 1_000;

/**
 * Mark prices: by the stream, and by REST at the start, once after every reconnection, and while the stream, or any watched
 * symbol in it, is silent.
 */
export class PriceFeed implements Feed {
  private readonly stream: MarkPriceStream;
  private readonly rest = new Readings();
  private readonly newest = new NewestTicks();
  private readonly budget: WeightBudget;
  private readonly log: StateLog;
  private readonly loop: Loop;
  private lastAtMs: number | null = null;
  private readonly pulse = new StreamPulse();
  private resyncWanted = true;

  constructor(private readonly options: PriceFeedOptions) {
    this.budget = new WeightBudget(options.watch, options.share);
    this.log = new StateLog(options.logger);
    this.stream = new MarkPriceStream(options.watch.streams.markPrices, {
      onPrices: (prices) => this.hear(prices),
      onConnected: () => this.resync(),
      onDisconnected: () => this.loop.ring(),
    });
    this.loop = new Loop({
      dueInMs: () => this.dueInMs(),
      work: () => this.read(),
      failed: (fault) => this.fail(fault),
    });
  }

  start(): void {
    this.stream.start();
    this.loop.start();
  }

  async stop(): Promise<void> {
    await Promise.all([this.stream.stop(), this.loop.stop()]);
  }

  /** The symbols whose prices are needed: each of them is fetched by REST where the stream does not bring it. */
  watchSymbols(symbols: Iterable<MarketSymbol>): void {
    this.pulse.watch(symbols, performance.now());
    this.loop.ring();
  }

  status(): FeedStatus {
    const { reconnects } = this.stream.status();
    return { name: 'prices', lastAtMs: this.lastAtMs, reconnects, ...this.judge() };
  }

  private hear(prices: MarkPrice[]): void {
    this.pulse.hear(prices, this.options.watch.venueNowMs(), performance.now());
    this.pass(prices, 'stream');
  }

  private resync(): void {
    this.resyncWanted = true;
    this.loop.ring();
  }

  private async read(): Promise<void> {
    this.resyncWanted = false;
    this.rest.begin();
    const prices = await this.options.watch.listMarkPrices();
    this.rest.succeed();
    this.pass(prices, 'rest');
  }

  private fail(fault: unknown): void {
    this.rest.fail(fault);
    this.log.note(this.status());
  }

  private pass(prices: MarkPrice[], source: PriceTick['source']): void {
    const ticks = this.newest.accept(prices, source, Date.now());
    if (ticks.length > 0) {
      this.lastAtMs = Date.now();
      tell(this.options.logger, 'prices', () => this.options.onPrices(ticks));
    }
    this.log.note(this.status());
  }

  private dueInMs(): number {
    const untilSilent = this.silentAfterMs - this.silentMs();
    if (!this.resyncWanted && untilSilent > 0) return untilSilent;
    const spacingMs = this.resyncWanted ? RESYNC_SPACING : this.budget.spacingMs(PRICE_PACE);
    return Math.max(this.rest.forbiddenMs(), spacingMs - this.rest.sinceStartMs());
  }

  private judge(): { state: FeedState; detail?: string } {
    if (this.silentMs() < this.silentAfterMs) return { state: 'live' };
    const because = `the mark-price stream brings nothing fresh (${this.whatIsWrong()})`;
    const { fault } = this.rest;
    if (fault !== null) return { state: 'down', detail: `${because}, and REST fails: ${fault}` };
    if (this.rest.lastAtMs === null) return { state: 'starting' };
    const everyMs = this.budget.spacingMs(PRICE_PACE);
    if (this.rest.ageMs() < 2 * everyMs)
      return { state: 'fallback', detail: `${because}; REST is read every ${seconds(everyMs)}` };
    return { state: 'stale', detail: `${because}, and REST has not answered for ${seconds(this.rest.ageMs())}` };
  }

  private whatIsWrong(): string {
    const { connected, because, unreadable } = this.stream.status();
    const missing = this.pulse.missing(this.silentAfterMs, performance.now());
    if (missing.length > 0) return `of ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ', …' : ''}`;
    if (!connected) return because ?? 'not connected yet';
    return unreadable === 0 ? 'connected, but silent' : `connected, but ${unreadable} messages could not be read`;
  }

  private silentMs(): number {
    return this.pulse.silentMs(performance.now());
  }

  private get silentAfterMs(): number {
    return this.options.silentAfterMs ?? SILENT_AFTER;
  }
}
