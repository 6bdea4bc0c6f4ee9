import type { Logger } from 'pino';
import type { MarketSymbol } from '../../domain/market-symbol';
import { UserStream } from '../../exchange/streams/user-stream';
import type { MarketWatch } from '../../exchange/watch-port';
import type { Feed, FeedState, FeedStatus } from './feed';
import { StateLog } from './state-log';
import { tell } from './tell';

export interface UserStreamFeedOptions {
  watch: Pick<MarketWatch, 'openListenKey' | 'keepListenKey' | 'streams'>;
  logger: Logger;
  /** Something moved in this symbol; null: anywhere in the account. */
  onHint: (symbol: MarketSymbol | null) => void;
  /** How often the listen key is kept alive, and again after it could not be, ms. */
  keyTimes?: { keepEveryMs: number; keepAgainMs: number };
}

/** Hints that something moved, and no more than hints: what a stream says is looked up, and what it fails to say is polled for. */
export class UserStreamFeed implements Feed {
  private readonly stream: UserStream;
  private readonly log: StateLog;
  private lastAtMs: number | null = null;

  constructor(private readonly options: UserStreamFeedOptions) {
    this.log = new StateLog(options.logger);
    const ears = {
      onMoved: (symbols: (MarketSymbol | null)[]) => symbols.forEach((symbol) => this.pass(symbol)),
      // Whatever happened during the gap went unsaid.
      onConnected: () => this.pass(null),
      onDisconnected: () => this.log.note(this.status()),
    };
    this.stream = new UserStream(options.watch, ears, options.keyTimes);
  }

  start(): void {
    this.stream.start();
  }

  stop(): Promise<void> {
    return this.stream.stop();
  }

  status(): FeedStatus {
    const { reconnects } = this.stream.status();
    return { name: 'userStream', lastAtMs: this.lastAtMs, reconnects, ...this.judge() };
  }

  private judge(): { state: FeedState; detail?: string } {
    const { connected, because, unreadable } = this.stream.status();
    if (!connected && because === null) return { state: 'starting' };
    if (!connected) return { state: 'down', detail: `${because}; what it would hint at is still polled for` };
    return unreadable === 0
      ? { state: 'live' }
      : { state: 'live', detail: `${unreadable} of its messages could not be read, and were no hints` };
  }

  private pass(symbol: MarketSymbol | null): void {
    this.lastAtMs = Date.now();
    tell(this.options.logger, 'hints', () => this.options.onHint(symbol));
    this.log.note(this.status());
  }
}
