import type { Side } from '../../domain/exit-decision';
import type { MarketSymbol } from '../../domain/market-symbol';
import type { AtrSettings, PositionSettings } from './position-settings';

export type BothSides = Readonly<Record<Side, PositionSettings>>;

/** The rules of one account, as read from one file at one moment. It never changes; another takes its place. */
export class RuleBook {
  constructor(
    /** Null: the built-in defaults. */
    readonly file: string | null,
    readonly atr: AtrSettings,
    private readonly defaults: BothSides,
    private readonly bySymbol: ReadonlyMap<MarketSymbol, BothSides>,
  ) {}

  settingsFor(symbol: MarketSymbol, side: Side): PositionSettings {
    return (this.bySymbol.get(symbol) ?? this.defaults)[side];
  }

  /** Symbols of which the file says something of their own. */
  get symbols(): MarketSymbol[] {
    return [...this.bySymbol.keys()];
  }
}
