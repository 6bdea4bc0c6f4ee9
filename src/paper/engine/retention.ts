/** How much a world remembers; beyond it the oldest goes. Open orders and positions always stay. */
export interface Retention {
  /** Orders that have ended. */
  readonly orders: number;
  /** Conditional orders that have ended. */
  readonly algos: number;
  readonly trades: number;
  /** Changes of the wallet; older ones are summed up into one. */
  readonly flows: number;
}

export const RETENTION: Retention = { orders: 50_000, algos: 10_000, trades: 100_000, flows: 100_000 };

/** Things are let go in bites, so that each new one pays little for it. */
export const SLACK = 1.1;
