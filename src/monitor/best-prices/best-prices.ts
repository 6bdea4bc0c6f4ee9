import type { DecimalText } from '../../domain/decimal';
import type { Side } from '../../domain/exit-decision';
import type { MarketSymbol } from '../../domain/market-symbol';
import { hasSameEntry, keyOf } from './best-price';
import type { BestPrice, Marks, SeenPosition } from './best-price';
import { followPrice } from './follow-price';
import { BestPriceFile } from './best-price-file';
import { look } from './look';
import { mergeMarks } from './merge-marks';

/** Also when nothing has become better: the file says how lately its positions were seen. */
const REFRESH_MS = 5_000;

const SIDES: readonly Side[] = ['long', 'short'];

/**
 * The best price of each open position of one account, kept in a file so that a restart does not lose it. All times are the
 * venue's clock, ms. Monitors that share the file lose nothing to each other.
 */
export class BestPrices {
  private readonly file: BestPriceFile;
  private readonly nothingStored: string;
  private marks: Map<string, BestPrice>;
  private lastLookMs: number | null = null;
  private changed = false;
  private savedAtMs = Number.NEGATIVE_INFINITY;
  private saving: Promise<void> = Promise.resolve();
  private isWriting = false;

  /** Throws `ConfigError` where the file belongs to another account. */
  constructor(path: string, account: string) {
    this.file = new BestPriceFile(path, account);
    this.marks = new Map(this.file.read());
    this.nothingStored = this.file.warnings[0] ?? 'nothing was stored of it when this monitor began to watch';
  }

  /** For people: what was lost, and what cannot be kept. */
  get warnings(): string[] {
    return this.file.warnings;
  }

  /** A whole list of open positions, by the venue. `priceOf` gives the accepted mark price of a symbol, or null. */
  look(positions: readonly SeenPosition[], priceOf: (symbol: MarketSymbol) => number | null, venueNowMs: number): void {
    const at = { atMs: venueNowMs, lastMs: this.lastLookMs, nothingStored: this.nothingStored };
    const after = look(this.marks, positions, ({ symbol }) => priceOf(symbol), at);
    this.changed ||= namesOthers(this.marks, after);
    this.marks = new Map(after);
    this.lastLookMs = venueNowMs;
  }

  /** An accepted mark price, for the long and the short of its symbol. */
  follow(symbol: MarketSymbol, price: number, venueNowMs: number): void {
    for (const side of SIDES) {
      const before = this.marks.get(keyOf({ symbol, side }));
      if (before !== undefined) this.keep(before, followPrice(before, price, venueNowMs));
    }
  }

  /** Null for a position that no list has shown yet. */
  of(position: { symbol: MarketSymbol; side: Side; entryPrice: DecimalText }): BestPrice | null {
    const mark = this.marks.get(keyOf(position));
    return mark !== undefined && hasSameEntry(mark, position) ? mark : null;
  }

  /** Writes the file where it is due: to be called about once a second. Never rejects: what fails is a warning. */
  async saveIfDue(venueNowMs: number): Promise<void> {
    const sinceMs = venueNowMs - this.savedAtMs;
    const isDue = this.changed || sinceMs >= REFRESH_MS || sinceMs < 0;
    if (isDue && !this.isWriting) await this.save(venueNowMs);
  }

  /** Writes what is known, after any write that is under way. Never rejects. */
  save(venueNowMs: number): Promise<void> {
    this.saving = this.saving.then(() => this.write(venueNowMs));
    return this.saving;
  }

  private async write(venueNowMs: number): Promise<void> {
    const stored = this.file.readAgain();
    if (stored === null) return;
    this.marks = new Map(mergeMarks(this.marks, stored, venueNowMs));
    this.changed = false;
    this.savedAtMs = venueNowMs;
    this.isWriting = true;
    if (!(await this.file.replace(this.marks))) this.changed = true;
    this.isWriting = false;
  }

  private keep(before: BestPrice, after: BestPrice): void {
    this.changed ||= after.bestPrice !== before.bestPrice || after.rebuilt !== before.rebuilt;
    this.marks.set(keyOf(after), after);
  }
}

const namesOthers = (before: Marks, after: Marks): boolean =>
  before.size !== after.size || [...after].some(([key, mark]) => isOther(mark, before.get(key)));

const isOther = (mark: BestPrice, before: BestPrice | undefined): boolean =>
  before === undefined || before.firstSeenAtMs !== mark.firstSeenAtMs || before.absentSinceMs !== mark.absentSinceMs;
