import { Decimal } from 'decimal.js';

/** A private clone, so that nobody else's decimal.js settings can change what the judge computes. */
const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_EVEN, toExpNeg: -9e15, toExpPos: 9e15 });

export type Amount = Decimal;
export const amount = (value: Decimal.Value): Amount => new Exact(value);
export const ZERO = amount(0);
export const ONE = amount(1);
export const least = (first: Amount, ...others: Amount[]): Amount =>
  others.reduce((low, one) => (one.lt(low) ? one : low), first);
export const most = (first: Amount, ...others: Amount[]): Amount =>
  others.reduce((high, one) => (one.gt(high) ? one : high), first);
export const sum = (values: Iterable<Amount>): Amount => [...values].reduce((total, one) => total.plus(one), ZERO);

/** Fewer decimals than `places` are padded; more are kept: the venue never hides dust. */
export const text = (value: Amount, places = 0): string => value.toFixed(Math.max(places, value.decimalPlaces()));
/** Money as the venue prints it: eight decimals. */
export const money = (value: Amount): string => value.toFixed(8);

export const floorTo = (value: Amount, step: Amount): Amount => value.div(step).floor().times(step);
export const ceilTo = (value: Amount, step: Amount): Amount => value.div(step).ceil().times(step);
export const isMultipleOf = (value: Amount, step: Amount): boolean => value.mod(step).isZero();
