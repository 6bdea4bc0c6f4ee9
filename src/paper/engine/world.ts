import { emptyLeg, legKey } from './account/leg';
import type { Leg, PositionMode, PositionSide } from './account/leg';
import type { AlgoOrder } from './algo/algo-order';
import { amount } from './decimal';
import type { Amount } from './decimal';
import type { History } from './history';
import type { JournalLine } from './journal';
import { OrderBook } from './orders/order-book';
import type { Trade } from './orders/trade';
import { makeRules, SYMBOLS_DEFAULT } from './rules/symbol-rules';
import type { SymbolRules } from './rules/symbol-rules';
import { seeded } from './seeded';
import { DEFAULT_SETTINGS } from './settings';
import type { Settings } from './settings';

export interface WorldOptions {
  readonly now: () => number;
  readonly record: (line: JournalLine) => void;
  readonly seed?: number;
  readonly symbols?: number;
  readonly mode?: PositionMode;
  /** USDT in the futures wallet at the start. */
  readonly balance?: string;
  readonly settings?: Partial<Settings>;
}

export interface Flow {
  readonly kind: 'DEPOSIT' | 'REALIZED_PNL' | 'COMMISSION';
  readonly amount: Amount;
}

/** One account at one venue. Time and chance come from outside: the same calls make the same world. */
export interface World {
  readonly now: () => number;
  readonly record: (line: JournalLine) => void;
  readonly seed: number;
  settings: Settings;
  mode: PositionMode;
  readonly rules: ReadonlyMap<string, SymbolRules>;
  readonly marks: Map<string, Amount>;
  readonly legs: Map<string, History<Leg>>;
  readonly orders: OrderBook;
  /** MARKET orders that were accepted and are not filled yet (setting fillDelayMs), oldest first. */
  readonly unfilled: number[];
  readonly algos: Map<number, History<AlgoOrder>>;
  readonly openAlgoIds: Set<number>;
  readonly tradesBySymbol: Map<string, Trade[]>;
  readonly tradesByOrder: Map<number, Trade[]>;
  /** The most one order can take from the market at once; no entry means any amount. */
  readonly liquidity: Map<string, Amount>;
  readonly leverages: Map<string, number>;
  readonly flows: Flow[];
  wallet: Amount;
  /** The last number given out, for orders, trades and conditional orders. */
  readonly numbers: { order: number; trade: number; algo: number };
}

export const BALANCE_DEFAULT = '1000000';

export const makeWorld = ({
  now,
  record,
  seed = 1,
  symbols = SYMBOLS_DEFAULT,
  mode = 'one-way',
  balance = BALANCE_DEFAULT,
  settings,
}: WorldOptions): World => {
  const rules = makeRules(seed, symbols);
  return {
    now,
    record,
    seed,
    settings: { ...DEFAULT_SETTINGS, ...settings },
    mode,
    rules,
    marks: new Map([...rules.values()].map((rule) => [rule.symbol, rule.startPrice])),
    legs: new Map(),
    orders: new OrderBook(),
    unfilled: [],
    algos: new Map(),
    openAlgoIds: new Set(),
    tradesBySymbol: new Map(),
    tradesByOrder: new Map(),
    liquidity: new Map(),
    leverages: new Map(),
    flows: [{ kind: 'DEPOSIT', amount: amount(balance) }],
    wallet: amount(balance),
    numbers: {
      order: 8_000_000_000 + (seeded(seed, 'order') % 1_000_000_000),
      trade: 500_000_000 + (seeded(seed, 'trade') % 1_000_000),
      algo: 2_000_000_000 + (seeded(seed, 'algo') % 1_000_000),
    },
  };
};

export const legOf = (world: World, symbol: string, positionSide: PositionSide): Leg =>
  world.legs.get(legKey(symbol, positionSide))?.latest ?? emptyLeg(symbol, positionSide);

export const markOf = (world: World, symbol: string): Amount => world.marks.get(symbol)!;

/** The moment that look-ups see. */
export const visibleMoment = (world: World): number => world.now() - world.settings.visibilityDelayMs;

/** What look-ups see of a thing: its latest state, or an older one while the venue lags. */
export const seen = <T extends { readonly updatedAt: number }>(world: World, history: History<T>): T | undefined =>
  world.settings.visibilityDelayMs === 0 ? history.latest : history.asOf(visibleMoment(world));
