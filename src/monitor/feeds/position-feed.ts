import type { Logger } from 'pino';
import type { MarketWatch, WatchedSnapshot } from '../../exchange/watch-port';
import type { Feed, FeedState, FeedStatus } from './feed';
import { Loop } from './loop';
import { Readings } from './readings';
import { seconds } from './seconds';
import { StateLog } from './state-log';
import { tell } from './tell';
import { WeightBudget } from './weight-budget';

export interface PositionFeedOptions {
  watch: Pick<MarketWatch, 'listPositions' | 'weightUsed' | 'venueNowMs'>;
  logger: Logger;
  onSnapshot: (snapshot: WatchedSnapshot) => void;
  /** From the start of one read to the start of the next, ms. */
  everyMs?: number;
  /** The feeds' part of the venue's weight limit. */
  share?: number;
}

export const POSITION_PACE = {
  everyMs: 1_500,
  /** Where hints come thick and fast, many share a read. */
  hintedEveryMs: 500,
  slowestMs: 5_000,
  weight: 5,
} as const;

/**
 * The account's positions by the venue's word, which is REST's: read on a clock, and at once after a hint. A hint that comes
 * while a read is under way has it followed by another, since the first may have looked before what was hinted at.
 */
export class PositionFeed implements Feed {
  private readonly readings = new Readings();
  private readonly budget: WeightBudget;
  private readonly log: StateLog;
  private readonly loop: Loop;
  private readonly everyMs: number;
  private hinted = false;

  constructor(private readonly options: PositionFeedOptions) {
    this.everyMs = options.everyMs ?? POSITION_PACE.everyMs;
    this.budget = new WeightBudget(options.watch, options.share);
    this.log = new StateLog(options.logger);
    this.loop = new Loop({
      dueInMs: () => Math.max(this.readings.forbiddenMs(), this.spacingMs() - this.readings.sinceStartMs()),
      work: () => this.read(),
      failed: (fault) => this.fail(fault),
    });
  }

  start(): void {
    this.loop.start();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** Something may have moved: read at once. */
  hint(): void {
    this.hinted = true;
    this.loop.ring();
  }

  status(): FeedStatus {
    const { lastAtMs, recoveries } = this.readings;
    return { name: 'positions', lastAtMs, reconnects: recoveries, ...this.judge() };
  }

  private async read(): Promise<void> {
    this.hinted = false;
    this.readings.begin();
    const snapshot = await this.options.watch.listPositions();
    this.readings.succeed();
    tell(this.options.logger, 'positions', () => this.options.onSnapshot(snapshot));
    this.log.note(this.status());
  }

  private fail(fault: unknown): void {
    this.readings.fail(fault);
    this.log.note(this.status());
  }

  private spacingMs(): number {
    const { hintedEveryMs } = POSITION_PACE;
    return this.paceMs(this.hinted ? Math.min(hintedEveryMs, this.everyMs) : this.everyMs);
  }

  private paceMs(everyMs: number): number {
    return this.budget.spacingMs({ ...POSITION_PACE, everyMs });
  }

  private judge(): { state: FeedState; detail?: string } {
    const { fault, lastAtMs } = this.readings;
    const age = lastAtMs === null ? 'none was read yet' : `the last are ${seconds(this.readings.ageMs())} old`;
    if (fault !== null) return { state: 'down', detail: `${fault}; of the positions, ${age}` };
    if (lastAtMs === null) return { state: 'starting' };
    const usualMs = this.paceMs(this.everyMs);
    if (this.readings.ageMs() > 3 * usualMs)
      return { state: 'stale', detail: `no answer yet; of the positions, ${age}` };
    if (usualMs === this.everyMs) return { state: 'live' };
    return {
      state: 'fallback',
      detail: `read every ${seconds(usualMs)}, not ${seconds(this.everyMs)}: ${this.budget.describe()}`,
    };
  }
}
