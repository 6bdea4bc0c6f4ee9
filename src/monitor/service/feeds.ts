import type { Logger } from 'pino';
import type { MarketSymbol } from '../../domain/market-symbol';
import type { MarketWatch, WatchedSnapshot } from '../../exchange/watch-port';
import { CandleFeed } from '../feeds/candle-feed';
import type { FeedStatus, PriceTick } from '../feeds/feed';
import { PositionFeed } from '../feeds/position-feed';
import { PriceFeed } from '../feeds/price-feed';
import { UserStreamFeed } from '../feeds/user-stream-feed';
import type { AtrSettings } from '../rule-book/position-settings';

export interface FeedsPlan {
  watch: MarketWatch;
  logger: Logger;
  atr: AtrSettings;
  onSnapshot: (snapshot: WatchedSnapshot) => void;
  onPrices: (ticks: readonly PriceTick[]) => void;
}

/** All that the monitor hears of the venue: positions, prices, hints that something moved, candles. */
export class Feeds {
  private readonly positions: PositionFeed;
  private readonly prices: PriceFeed;
  private readonly userStream: UserStreamFeed;
  private candles: CandleFeed;
  private symbols: MarketSymbol[] = [];

  constructor(private readonly plan: FeedsPlan) {
    const { watch, logger, onPrices } = plan;
    this.positions = new PositionFeed({ watch, logger, onSnapshot: (snapshot) => this.take(snapshot) });
    this.prices = new PriceFeed({ watch, logger, onPrices });
    this.userStream = new UserStreamFeed({ watch, logger, onHint: () => this.positions.hint() });
    this.candles = this.makeCandles(plan.atr);
  }

  start(): void {
    for (const feed of this.all()) feed.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.all().map((feed) => feed.stop()));
  }

  statuses(): FeedStatus[] {
    return this.all().map((feed) => feed.status());
  }

  atrOf(symbol: MarketSymbol): number | null {
    return this.candles.atrOf(symbol);
  }

  /** Other candles are another average: they are read from the beginning. */
  useAtr(atr: AtrSettings): void {
    void this.candles.stop();
    this.candles = this.makeCandles(atr);
    this.candles.watchSymbols(this.symbols);
    this.candles.start();
  }

  private take(snapshot: WatchedSnapshot): void {
    this.symbols = [...new Set(snapshot.positions.map(({ symbol }) => symbol))];
    this.prices.watchSymbols(this.symbols);
    this.candles.watchSymbols(this.symbols);
    this.plan.onSnapshot(snapshot);
  }

  private makeCandles({ interval, period }: AtrSettings): CandleFeed {
    const { watch, logger } = this.plan;
    return new CandleFeed({ watch, logger, interval, period });
  }

  private all() {
    return [this.positions, this.prices, this.userStream, this.candles] as const;
  }
}
