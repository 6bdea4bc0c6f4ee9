import type { MarketSymbol } from '../../domain/market-symbol';
import type { MarkPrice } from '../../exchange/watch-port';

/** A price that is older than this when it comes is no sign of a stream that keeps up, ms. */
const LAG_MAX = 5_000;

/**
 * Since when the stream has brought nothing fresh: at all, and of each watched symbol. A message is not the whole market (the
 * venue pushes perpetuals of shares and metals in one of their own), so that it speaks says nothing of any one symbol.
 * Times in are milliseconds of a clock that nobody sets.
 */
export class StreamPulse {
  private spokeAtMs = Number.NEGATIVE_INFINITY;
  private readonly heardAtMs = new Map<MarketSymbol, number>();

  /** From now on these, and no others. A new one counts as heard of now. */
  watch(symbols: Iterable<MarketSymbol>, nowMs: number): void {
    const wanted = new Set(symbols);
    for (const symbol of this.heardAtMs.keys()) if (!wanted.has(symbol)) this.heardAtMs.delete(symbol);
    for (const symbol of wanted) if (!this.heardAtMs.has(symbol)) this.heardAtMs.set(symbol, nowMs);
  }

  hear(prices: readonly MarkPrice[], venueNowMs: number, nowMs: number): void {
    for (const { symbol, venueAtMs } of prices) {
      if (venueNowMs - venueAtMs >= LAG_MAX) continue;
      this.spokeAtMs = nowMs;
      if (this.heardAtMs.has(symbol)) this.heardAtMs.set(symbol, nowMs);
    }
  }

  /** How long the stream, or the quietest of the watched symbols, has been silent, ms. */
  silentMs(nowMs: number): number {
    let earliest = this.spokeAtMs;
    for (const heardAtMs of this.heardAtMs.values()) earliest = Math.min(earliest, heardAtMs);
    return nowMs - earliest;
  }

  /** The watched symbols that went silent for so long while others did not; none where the stream as a whole is silent. */
  missing(silentMs: number, nowMs: number): MarketSymbol[] {
    if (nowMs - this.spokeAtMs >= silentMs) return [];
    return [...this.heardAtMs].filter(([, heardAtMs]) => nowMs - heardAtMs >= silentMs).map(([symbol]) => symbol);
  }
}
