import type { DecimalText } from '../../domain/decimal';
import type { MarketSymbol } from '../../domain/market-symbol';

export type FeedName = 'positions' | 'prices' | 'userStream' | 'candles';

/**
 * How a feed is doing. `live`: as it should be. `fallback`: a slower way serves meanwhile (REST for a silent stream).
 * `stale`: nothing new for longer than it may be. `down`: it cannot reach the venue, and keeps trying.
 */
export type FeedState = 'starting' | 'live' | 'fallback' | 'stale' | 'down';

export interface FeedStatus {
  name: FeedName;
  state: FeedState;
  /** When it last brought something, this machine's clock, ms; null: never. */
  lastAtMs: number | null;
  /** How often it had to connect anew. */
  reconnects: number;
  /** One sentence for an operator where it is not live. */
  detail?: string | undefined;
}

/** A running source of facts about the venue. Nothing waits on a stream alone. */
export interface Feed {
  start(): void;
  /** Resolves when nothing of it runs on. */
  stop(): Promise<void>;
  status(): FeedStatus;
}

/** A mark price as it came in. */
export interface PriceTick {
  symbol: MarketSymbol;
  markPrice: DecimalText;
  /** The index price, where the venue gave one with it: a second opinion on a jump. */
  indexPrice?: DecimalText | undefined;
  /** The venue's time of the price, ms. */
  venueAtMs: number;
  /** This machine's clock when it came in, ms. */
  receivedAtMs: number;
  source: 'stream' | 'rest';
}
