import { emptyLeg, legKey } from './account/leg';
import { scheduleFunding } from './account/funding';
import type { Leg, PositionMode, PositionSide } from './account/leg';
import type { Flow } from './account/wallet';
import type { AlgoBook } from './algo/algo-book';
import { amount } from './decimal';
import type { Amount } from './decimal';
import type { Ghost } from './events/ghost';
import type { Outage } from './events/outage';
import type { History } from './history';
import type { JournalLine } from './journal';
import type { Book } from './market/book';
import type { Candle } from './market/candles';
import type { OrderBook } from './orders/order-book';
import type { Trade } from './orders/trade';
import { TradeLog } from './orders/trade-log';
import { RETENTION } from './retention';
import type { Retention } from './retention';
import { makeRules, SYMBOLS_DEFAULT } from './rules/symbol-rules';
import type { SymbolRules } from './rules/symbol-rules';
import { emptyShelves, firstNumbers } from './shelves';
import { DEFAULT_SETTINGS } from './settings';
import type { Settings } from './settings';
import type { Agenda, Appointment } from './time/agenda';
import { makeClock } from './time/clock';
import type { Clock } from './time/clock';
import type { Repetition } from './time/repeat';

export interface WorldOptions {
  readonly now: () => number;
  readonly record: (line: JournalLine) => void;
  readonly seed?: number;
  readonly symbols?: number;
  readonly mode?: PositionMode;
  /** USDT in the futures wallet at the start. */
  readonly balance?: string;
  readonly settings?: Partial<Settings>;
  readonly keep?: Retention;
}

/** One account at one venue. Time and chance come from outside: the same calls make the same world. */
export interface World {
  readonly now: () => number;
  readonly clock: Clock;
  readonly agenda: Agenda;
  readonly record: (line: JournalLine) => void;
  readonly seed: number;
  readonly keep: Retention;
  settings: Settings;
  mode: PositionMode;
  readonly rules: ReadonlyMap<string, SymbolRules>;
  readonly marks: Map<string, Amount>;
  readonly candles: Map<string, Candle[]>;
  /** Markets whose synthetic book is not deep. */
  readonly books: Map<string, Book>;
  /** Markets that trade no more. */
  readonly delisted: Set<string>;
  readonly legs: Map<string, History<Leg>>;
  readonly orders: OrderBook;
  readonly algos: AlgoBook;
  readonly trades: TradeLog;
  readonly tradesBySymbol: ReadonlyMap<string, readonly Trade[]>;
  readonly tradesByOrder: ReadonlyMap<number, readonly Trade[]>;
  /** The most one order can take from the market at once; no entry means any amount. */
  readonly liquidity: Map<string, Amount>;
  readonly leverages: Map<string, number>;
  /** Markets in isolated margin; all others are cross. */
  readonly isolated: Set<string>;
  /** Markets whose funding rate is not the usual one. */
  readonly fundingRates: Map<string, Amount>;
  /** Dead man's switches, by market. */
  readonly countdowns: Map<string, Appointment>;
  /** What moves prices by itself. */
  readonly movers: Repetition[];
  readonly ghosts: Ghost[];
  outage: Outage | undefined;
  throttledUntil: number;
  /** The venue is taking the account apart: it refuses orders until then. */
  liquidatingUntil: number;
  readonly flows: Flow[];
  wallet: Amount;
  /** The last number given out, for orders, trades, conditional orders and flows. */
  readonly numbers: { order: number; trade: number; algo: number; flow: number };
}

export const BALANCE_DEFAULT = '1000000';

export const makeWorld = (options: WorldOptions): World => {
  const { now, record, seed = 1, symbols = SYMBOLS_DEFAULT, mode = 'one-way', balance = BALANCE_DEFAULT } = options;
  const { keep = RETENTION } = options;
  const [rules, clock, numbers, trades] = [
    makeRules(seed, symbols),
    makeClock(now),
    firstNumbers(seed),
    new TradeLog(keep.trades),
  ];
  const world: World = {
    ...emptyShelves(keep),
    trades,
    tradesBySymbol: trades.bySymbol,
    tradesByOrder: trades.byOrder,
    now: clock.now,
    clock,
    record,
    seed,
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    mode,
    rules,
    marks: new Map([...rules.values()].map((rule) => [rule.symbol, rule.startPrice])),
    flows: [{ kind: 'DEPOSIT', amount: amount(balance), at: now(), id: numbers.flow }],
    wallet: amount(balance),
    numbers,
  };
  scheduleFunding(world);
  return world;
};

export const legOf = (world: World, symbol: string, positionSide: PositionSide): Leg =>
  world.legs.get(legKey(symbol, positionSide))?.latest ?? emptyLeg(symbol, positionSide);

export const markOf = (world: World, symbol: string): Amount => world.marks.get(symbol)!;

/** The moment that look-ups see. */
export const visibleMoment = (world: World): number => world.now() - world.settings.visibilityDelayMs;

/** What look-ups see of a thing: its latest state, or an older one while the venue lags. */
export const seen = <T extends { readonly updatedAt: number }>(world: World, history: History<T>): T | undefined =>
  world.settings.visibilityDelayMs === 0 ? history.latest : history.asOf(visibleMoment(world));
