import type { MarketSymbol } from '../../domain/market-symbol';
import type { MarkPrice } from '../../exchange/watch-port';
import type { PriceTick } from './feed';

/** More than any venue lists; beyond it the symbol that was heard of longest ago is forgotten. */
const SYMBOLS_MAX = 5_000;
/** Stream and REST overtake each other by moments. A price that has stood for longer gives way to any: a clock was set back. */
const OVERTAKEN_WITHIN = 10_000;

/** The newest price of each symbol, by the venue's own time. */
export class NewestTicks {
  private readonly newest = new Map<MarketSymbol, PriceTick>();

  /** Those that are news, as ticks. The same again, and one that was overtaken, is none. */
  accept(prices: readonly MarkPrice[], source: PriceTick['source'], receivedAtMs: number): PriceTick[] {
    const ticks = prices
      .map((price) => tickOf(price, source, receivedAtMs))
      .filter((tick) => isNews(tick, this.newest.get(tick.symbol)));
    for (const tick of ticks) this.keep(tick);
    return ticks;
  }

  private keep(tick: PriceTick): void {
    // A map remembers the order of first insertion: the newest goes to its end.
    this.newest.delete(tick.symbol);
    this.newest.set(tick.symbol, tick);
    if (this.newest.size > SYMBOLS_MAX) this.forgetOldest();
  }

  /** Not to be asked for at every tick: a map walks past all that was deleted from it to find its first. */
  private forgetOldest(): void {
    const [oldest] = this.newest.keys();
    if (oldest !== undefined) this.newest.delete(oldest);
  }
}

/** Spelled out: for a thousand markets a second, a spread is most of the work. */
const tickOf = (
  { symbol, markPrice, indexPrice, venueAtMs }: MarkPrice,
  source: PriceTick['source'],
  receivedAtMs: number,
): PriceTick => ({ symbol, markPrice, indexPrice, venueAtMs, receivedAtMs, source });

function isNews(tick: PriceTick, known: PriceTick | undefined): boolean {
  if (known === undefined || tick.venueAtMs > known.venueAtMs) return true;
  if (tick.venueAtMs === known.venueAtMs) return tick.markPrice !== known.markPrice;
  return tick.receivedAtMs - known.receivedAtMs > OVERTAKEN_WITHIN;
}
