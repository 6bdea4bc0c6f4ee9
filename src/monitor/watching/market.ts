import type { MarketSymbol } from '../../domain/market-symbol';
import type { WatchedPosition, WatchedSnapshot } from '../../exchange/watch-port';
import type { PriceTick } from '../feeds/feed';
import type { RuleBook } from '../rule-book/rule-book';
import { admitPrice } from '../rules/guards/admit-price';
import { NO_PRICE } from '../rules/guards/price-state';
import type { PriceState } from '../rules/guards/price-state';

/** The venue as last heard: positions by their symbols, and what is known of their prices. */
export class Market {
  snapshot: WatchedSnapshot | null = null;
  private bySymbol = new Map<MarketSymbol, WatchedPosition[]>();
  private prices = new Map<MarketSymbol, PriceState>();

  /** A whole list: what is not on it is closed. Prices of symbols without a position are forgotten. */
  take(snapshot: WatchedSnapshot): void {
    this.snapshot = snapshot;
    this.bySymbol = grouped(snapshot.positions);
    for (const symbol of this.prices.keys()) if (!this.bySymbol.has(symbol)) this.prices.delete(symbol);
  }

  /** False where the tick was not taken for the price: nothing is held in the symbol, or a guard doubts it. */
  admit(tick: PriceTick, book: RuleBook): boolean {
    const [position] = this.positionsIn(tick.symbol);
    if (position === undefined) return false;
    const { guards } = book.settingsFor(tick.symbol, position.side);
    const { state, refusal } = admitPrice(this.priceState(tick.symbol), tick, guards);
    this.prices.set(tick.symbol, state);
    return refusal === null;
  }

  get positions(): readonly WatchedPosition[] {
    return this.snapshot?.positions ?? [];
  }

  get symbols(): Iterable<MarketSymbol> {
    return this.bySymbol.keys();
  }

  positionsIn(symbol: MarketSymbol): readonly WatchedPosition[] {
    return this.bySymbol.get(symbol) ?? [];
  }

  priceState(symbol: MarketSymbol): PriceState {
    return this.prices.get(symbol) ?? NO_PRICE;
  }

  acceptedPrice(symbol: MarketSymbol): number | null {
    return this.priceState(symbol).accepted?.price ?? null;
  }
}

function grouped(positions: readonly WatchedPosition[]): Map<MarketSymbol, WatchedPosition[]> {
  const groups = new Map<MarketSymbol, WatchedPosition[]>();
  for (const position of positions) {
    const group = groups.get(position.symbol);
    if (group === undefined) groups.set(position.symbol, [position]);
    else group.push(position);
  }
  return groups;
}
