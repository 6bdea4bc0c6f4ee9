import { Decimal } from 'decimal.js';

/** A non-negative decimal number as plain text ("0.001", never "1e-3"): exact on every wire and in every payload. */
export type DecimalText = string;

// Not exported: what workflows share is frozen, and a frozen pattern cannot be used by zod.
const PATTERN = /^\d{1,20}(\.\d{1,20})?$/;

export const isDecimalText = (value: unknown): value is DecimalText => typeof value === 'string' && PATTERN.test(value);

// Rounding is toward zero everywhere: a quantity rounded up could be more than is open.
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_DOWN, toExpNeg: -40, toExpPos: 40 });

const text = (value: Decimal): DecimalText => value.toFixed();

export const add = (a: DecimalText, b: DecimalText): DecimalText => text(new Exact(a).plus(b));
export const multiply = (a: DecimalText, b: DecimalText): DecimalText => text(new Exact(a).times(b));

/** a − b, and zero where b is more than a: quantities are never negative here. */
export const subtractToZero = (a: DecimalText, b: DecimalText): DecimalText =>
  text(Exact.max(new Exact(a).minus(b), 0));

export const min = (a: DecimalText, b: DecimalText): DecimalText => text(Exact.min(a, b));
export const max = (a: DecimalText, b: DecimalText): DecimalText => text(Exact.max(a, b));

export const isZero = (a: DecimalText): boolean => new Exact(a).isZero();
export const isPositive = (a: DecimalText): boolean => new Exact(a).greaterThan(0);
export const equal = (a: DecimalText, b: DecimalText): boolean => new Exact(a).equals(b);
export const lessThan = (a: DecimalText, b: DecimalText): boolean => new Exact(a).lessThan(b);

/** The largest multiple of `step` that is not more than `quantity`. */
export const floorToStep = (quantity: DecimalText, step: DecimalText): DecimalText =>
  text(new Exact(quantity).dividedToIntegerBy(step).times(step));

/** The smallest multiple of `step` that is not less than `value`. */
export function ceilToStep(value: DecimalText, step: DecimalText): DecimalText {
  const floor = floorToStep(value, step);
  return equal(floor, value) ? floor : add(floor, step);
}

export const isMultipleOf = (quantity: DecimalText, step: DecimalText): boolean =>
  new Exact(quantity).modulo(step).isZero();
