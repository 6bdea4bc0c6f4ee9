import type { Logger } from 'pino';
import type { MarketSymbol } from '../../domain/market-symbol';
import { CANDLE_INTERVALS } from '../../exchange/candle-interval';
import type { CandleInterval } from '../../exchange/candle-interval';
import type { Candle, MarketWatch } from '../../exchange/watch-port';
import { averageTrueRange } from './atr';
import { lastEndMs, nextSymbol } from './candle-schedule';
import type { CandleState } from './candle-schedule';
import type { Feed, FeedState, FeedStatus } from './feed';
import { Loop } from './loop';
import { Readings } from './readings';
import { StateLog } from './state-log';
import { WeightBudget } from './weight-budget';

export interface CandleFeedOptions {
  watch: Pick<MarketWatch, 'listCandles' | 'weightUsed' | 'venueNowMs'>;
  logger: Logger;
  interval: CandleInterval;
  /** Of the average true range, in candles. */
  period: number;
  /** The feeds' part of the venue's weight limit. */
  share?: number;
}

interface Known extends CandleState {
  atr: number | null;
}

/** The most that weighs 1; with a period of 14 the oldest of them moves the average by less than a hundredth. */
const COUNT = 99;
/** At most 240 weight a minute, however many symbols. */
export const CANDLE_SPACING = 250;
/** Where nothing is due, or the budget is short. */
const LOOK_AGAIN = 1_000;
const AFTER_FAILURE = 5_000;
/** A symbol that failed, or had no new candle, does not get in the way of the others. */
const RETRY_SYMBOL = 30_000;
/** An average that has missed more candles is no longer one of the market as it is. Of one minute, 1,000 symbols take four. */
const MISSED_MAX = 6;

/** The average true range of each watched symbol, read anew after the end of each candle, one symbol after the other. */
export class CandleFeed implements Feed {
  private readonly known = new Map<MarketSymbol, Known>();
  private readonly readings = new Readings();
  private readonly budget: WeightBudget;
  private readonly log: StateLog;
  private readonly loop: Loop;
  private readonly intervalMs: number;

  constructor(private readonly options: CandleFeedOptions) {
    this.intervalMs = CANDLE_INTERVALS[options.interval];
    this.budget = new WeightBudget(options.watch, options.share);
    this.log = new StateLog(options.logger);
    this.loop = new Loop({
      dueInMs: () => this.dueInMs(),
      work: () => this.readNext(),
      failed: (fault) => this.fail(fault),
    });
  }

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** From now on these, and no others. */
  watchSymbols(symbols: Iterable<MarketSymbol>): void {
    const wanted = new Set(symbols);
    for (const symbol of this.known.keys()) if (!wanted.has(symbol)) this.known.delete(symbol);
    for (const symbol of wanted)
      if (!this.known.has(symbol)) this.known.set(symbol, { atr: null, throughMs: 0, retryAtMs: 0 });
    this.loop.ring();
  }

  /** In price. Null where there are too few candles, or none of late. */
  atrOf(symbol: MarketSymbol): number | null {
    const known = this.known.get(symbol);
    return known === undefined || this.isBehind(known, MISSED_MAX) ? null : known.atr;
  }

  status(): FeedStatus {
    const { lastAtMs, recoveries } = this.readings;
    return { name: 'candles', lastAtMs, reconnects: recoveries, ...this.judge() };
  }

  private dueInMs(): number {
    const isWorkToDo = this.next() !== null && this.budget.isAmple();
    const spacingMs = this.readings.fault === null ? CANDLE_SPACING : AFTER_FAILURE;
    const dueMs = Math.max(this.readings.forbiddenMs(), spacingMs - this.readings.sinceStartMs());
    return isWorkToDo ? dueMs : Math.max(LOOK_AGAIN, dueMs);
  }

  private next(): MarketSymbol | null {
    return nextSymbol(this.known, this.intervalMs, this.options.watch.venueNowMs());
  }

  private async readNext(): Promise<void> {
    const symbol = this.next();
    const known = symbol === null ? undefined : this.known.get(symbol);
    if (symbol === null || known === undefined) return;
    const { watch, interval } = this.options;
    this.readings.begin();
    const candles = await watch.listCandles(symbol, interval, COUNT).catch((fault: unknown) => {
      this.postpone(known);
      throw fault;
    });
    this.learn(known, candles);
    this.readings.succeed();
    this.log.note(this.status());
  }

  private learn(known: Known, candles: readonly Candle[]): void {
    const endedMs = lastEndMs(this.options.watch.venueNowMs(), this.intervalMs);
    const closed = candles.filter(({ endMs }) => endMs <= endedMs);
    const throughMs = closed.at(-1)?.endMs ?? 0;
    if (throughMs <= known.throughMs) this.postpone(known);
    known.atr = averageTrueRange(closed, this.options.period);
    known.throughMs = throughMs;
  }

  private postpone(known: Known): void {
    known.retryAtMs = this.options.watch.venueNowMs() + RETRY_SYMBOL;
  }

  private fail(fault: unknown): void {
    this.readings.fail(fault);
    this.log.note(this.status());
  }

  private isBehind({ throughMs }: Known, candles: number): boolean {
    return throughMs < lastEndMs(this.options.watch.venueNowMs(), this.intervalMs) - candles * this.intervalMs;
  }

  private judge(): { state: FeedState; detail?: string } {
    const { fault } = this.readings;
    if (fault !== null) return { state: 'down', detail: fault };
    const behind = [...this.known.values()].filter((known) => this.isBehind(known, 1));
    if (behind.length === 0) return { state: 'live' };
    const share = `${behind.length} of ${this.known.size} symbols`;
    if (behind.every(isUntried)) return { state: 'starting', detail: `${share} are still to be read` };
    return { state: 'stale', detail: `${share} have no candles of late` };
  }
}

const isUntried = ({ throughMs, retryAtMs }: CandleState): boolean => throughMs === 0 && retryAtMs === 0;
