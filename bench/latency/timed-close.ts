/** One close, timed: ms from the decision to the order's arrival at the venue, and to the recorded word that it is flat. */
export interface TimedClose {
  toOrderMs: number;
  toFlatMs: number;
}

/** One way of closing a long of 1 in the market, from the decision to flat. */
export interface Way {
  name: string;
  close(market: string): Promise<void>;
}
