import { marketId, normaliseSymbol } from '../../../domain/market-symbol';
import type { MarketSymbol } from '../../../domain/market-symbol';
import { readExchangeInfo } from '../reads/exchange-info';
import type { ExchangeInfo, MarketRecord } from '../reads/exchange-info';

/** Rules change a few times a year, and a refusal by them has them read again at once; this catches what no order met. */
const TRUSTED_FOR = 3_600_000;
/** A symbol that is not listed, or halted, is not asked for again at once: exchange information is a megabyte. A halt ends unannounced. */
const NOT_TRADING_FOR = 60_000;

/** The subset of ccxt that keeps markets. */
export interface MarketKeeper {
  fapiPublicGetExchangeInfo(): Promise<unknown>;
  parseMarkets(records: MarketRecord[]): unknown[];
  setMarkets(markets: unknown[]): unknown;
}

export interface ListedMarket {
  id: string;
  /** ccxt's own name for it, which is not always spelled as ours. */
  ccxtSymbol: string;
  /** The venue's own record of it. */
  record: MarketRecord;
}

/** The venue's markets as last read. */
export class MarketBook {
  private readonly byId = new Map<string, ListedMarket>();
  private loadedAtMs = Number.NEGATIVE_INFINITY;
  private doubted = false;
  private loading: Promise<void> | null = null;

  constructor(
    private readonly keeper: MarketKeeper,
    private readonly onLimits: (limits: ExchangeInfo['limits']) => void,
    private readonly nowMs: () => number = Date.now,
  ) {}

  /** All who ask meanwhile share one request. */
  load(): Promise<void> {
    this.loading ??= this.loadNow().finally(() => (this.loading = null));
    return this.loading;
  }

  /** An order was refused by rules that we had thought it keeps. */
  doubt(): void {
    this.doubted = true;
  }

  /** Null where the venue lists no such market. That, and that it is halted, is never older than a minute. */
  async find(symbol: MarketSymbol): Promise<ListedMarket | null> {
    if (this.doubted || (!this.isTrading(symbol) && this.ageMs() > NOT_TRADING_FOR)) await this.load();
    else if (this.ageMs() > TRUSTED_FOR) this.load().catch(() => undefined);
    return this.known(symbol);
  }

  /** Without asking: for the order, which comes right after a `find`. */
  known(symbol: MarketSymbol): ListedMarket | null {
    return this.byId.get(idOf(symbol)) ?? null;
  }

  /** Our name for a market id. One that our notation cannot spell keeps the venue's, so that its position stays in view. */
  symbolOf(id: string): MarketSymbol {
    return normaliseSymbol(id) ?? id;
  }

  private isTrading(symbol: MarketSymbol): boolean {
    return this.known(symbol)?.record['status'] === 'TRADING';
  }

  private ageMs(): number {
    return this.nowMs() - this.loadedAtMs;
  }

  private async loadNow(): Promise<void> {
    const { markets, limits } = readExchangeInfo(await this.keeper.fapiPublicGetExchangeInfo());
    const parsed = this.keeper.parseMarkets(markets);
    this.keeper.setMarkets(parsed);
    this.byId.clear();
    for (const [index, record] of markets.entries()) this.list(record, parsed[index]);
    this.onLimits(limits);
    this.loadedAtMs = this.nowMs();
    this.doubted = false;
  }

  private list(record: MarketRecord, parsed: unknown): void {
    const { symbol: ccxtSymbol } = parsed as { symbol: string };
    this.byId.set(record.symbol, { id: record.symbol, ccxtSymbol, record });
  }
}

/** The venue's id; a symbol that our notation cannot spell is one already. */
export function idOf(symbol: MarketSymbol): string {
  const spelled = normaliseSymbol(symbol);
  return spelled === undefined ? symbol : marketId(spelled);
}
