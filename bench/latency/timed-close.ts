/** One close, timed: ms from the decision to the order's arrival at the venue, and to the recorded word that it is flat. */
export interface TimedClose {
  toOrderMs: number;
  toFlatMs: number;
  /** How long the position stood without its stop, by the close's own account; null for a way that keeps none. */
  nakedMs: number | null;
}

/** One way of closing a long of 1 in the market, from the decision to flat. Resolves to its naked time, ms, where it keeps account of it. */
export interface Way {
  name: string;
  close(market: string): Promise<number | null>;
}
