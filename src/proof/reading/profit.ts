import { Decimal } from 'decimal.js';
import type { DecimalText } from '../../domain/decimal';
import type { Side } from '../../domain/exit-decision';
import type { Filled } from './reading';

// A profit may be negative, which no quantity or price of the domain is.
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_DOWN, toExpNeg: -40, toExpPos: 40 });

const DIGITS = 12;

/** The price of all fills together, weighted by quantity; null where one has none. */
export function averageOf(fills: readonly Filled[]): DecimalText | null {
  const all = total(fills.map(({ quantity }) => new Exact(quantity)));
  const spent = fills.map(({ quantity, averagePrice }) =>
    averagePrice === null ? null : new Exact(averagePrice).times(quantity),
  );
  if (fills.length === 0 || !spent.every((amount) => amount !== null)) return null;
  return total(spent).dividedBy(all).toDecimalPlaces(DIGITS).toFixed();
}

/** (average price − entry price) × quantity, for a short the other way round, in the currency that the market settles in. */
export function profitOf(side: Side, fills: readonly Filled[]): string | null {
  const profits = fills.map(({ quantity, averagePrice, entryPrice }) =>
    averagePrice === null
      ? null
      : new Exact(averagePrice)
          .minus(entryPrice)
          .times(quantity)
          .times(side === 'long' ? 1 : -1),
  );
  return profits.every((profit) => profit !== null) ? total(profits).toDecimalPlaces(DIGITS).toFixed() : null;
}

const total = (amounts: readonly Decimal[]): Decimal => amounts.reduce((sum, amount) => sum.plus(amount), new Exact(0));
