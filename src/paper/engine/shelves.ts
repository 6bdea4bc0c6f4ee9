import { AlgoBook } from './algo/algo-book';
import { OrderBook } from './orders/order-book';
import type { Retention } from './retention';
import { seeded } from './seeded';
import { Agenda } from './time/agenda';
import type { World } from './world';

/** Where the venue's numbers begin. */
export const firstNumbers = (seed: number): World['numbers'] => ({
  order: 8_000_000_000 + (seeded(seed, 'order') % 1_000_000_000),
  trade: 500_000_000 + (seeded(seed, 'trade') % 1_000_000),
  algo: 2_000_000_000 + (seeded(seed, 'algo') % 1_000_000),
  flow: 9_000_000_000 + (seeded(seed, 'flow') % 1_000_000),
});

/** What a new world holds nothing in yet. */
export const emptyShelves = (keep: Retention) => ({
  keep,
  agenda: new Agenda(),
  candles: new Map(),
  books: new Map(),
  delisted: new Set<string>(),
  legs: new Map(),
  orders: new OrderBook(keep.orders),
  algos: new AlgoBook(keep.algos),
  liquidity: new Map(),
  leverages: new Map(),
  isolated: new Set<string>(),
  fundingRates: new Map(),
  countdowns: new Map(),
  movers: [],
  ghosts: [],
  outage: undefined,
  throttledUntil: 0,
  liquidatingUntil: 0,
});
