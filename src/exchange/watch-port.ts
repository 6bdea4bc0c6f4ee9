import type { DecimalText } from '../domain/decimal';
import type { MarketSymbol } from '../domain/market-symbol';
import type { Position } from '../domain/position';
import type { CandleInterval } from './candle-interval';
import type { PositionSnapshot } from './port';

/**
 * The venue, as the subset that watching needs, in our words. It has a client of its own: whatever a monitor reads, the exit
 * lane waits for none of it. Everything that asks the venue throws `VenueError`, and nothing here is retried.
 */
export interface MarketWatch {
  /** Markets, limits and clock. Reads call it by themselves. */
  connect(): Promise<void>;
  /** Our estimate of the venue's clock, ms. */
  venueNowMs(): number;
  /** Every open position of the account, from a request that starts with this call. Weight 5. */
  listPositions(): Promise<WatchedSnapshot>;
  /** Every market's mark price; a market whose row cannot be read has none. Weight 10. */
  listMarkPrices(): Promise<MarkPrice[]>;
  /** The latest candles, oldest first; the last one is still open. Weight 1 for fewer than 100. */
  listCandles(symbol: MarketSymbol, interval: CandleInterval, count: number): Promise<Candle[]>;
  /** What is used of the minute's limit, by the venue's own count, which takes in everything sent from this address. */
  weightUsed(): WeightUsed;
  /** The key by which the account's own stream is dialled: the living one, for another hour, or a new one. Weight 1. */
  openListenKey(): Promise<string>;
  /** Another hour for the account's key; 'gone' where there is none, or it is another one by now. Weight 1. */
  keepListenKey(listenKey: string): Promise<'kept' | 'gone'>;
  /** Ends the account's key, and with it the stream of everyone who listens by it. Weight 1. */
  closeListenKey(): Promise<void>;
  readonly streams: StreamAddresses;
}

export interface StreamAddresses {
  /** Every market's mark price, once a second. */
  markPrices: string;
  userStream: (listenKey: string) => string;
}

export interface WatchedPosition extends Position {
  /** The venue's time of the last change of this position, ms: it has been held at least since. */
  updatedAtMs?: number | undefined;
}

export interface WatchedSnapshot extends PositionSnapshot {
  positions: WatchedPosition[];
}

export interface MarkPrice {
  symbol: MarketSymbol;
  /** More than zero. */
  markPrice: DecimalText;
  indexPrice?: DecimalText | undefined;
  /** The venue's time of the price, ms. */
  venueAtMs: number;
}

/** Prices are doubles: a candle's range is compared, no money is counted by it. */
export interface Candle {
  /** The venue's clock, ms: from `openMs` until just before `endMs`. */
  openMs: number;
  endMs: number;
  high: number;
  low: number;
  close: number;
}

/** Null where the venue has said nothing of it. */
export interface WeightUsed {
  used1m: number | null;
  limit1m: number | null;
}
