import type { PaperPosition } from '../../scripts/local-stack/paper-admin';

/** A whole number of every market's steps, below every market's largest order. */
const QUANTITY = 10;

/** A position in every market, longs and shorts in turn, of ten sizes: an order that went to another market would show. */
export const positionsIn = (markets: readonly string[]): PaperPosition[] =>
  markets.map((symbol, index) => ({
    symbol,
    side: index % 2 === 0 ? 'LONG' : 'SHORT',
    quantity: String(QUANTITY * (1 + (index % 10))),
  }));
