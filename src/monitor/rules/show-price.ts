const DIGITS = 10;

/** A price as people read it: a double's last digits are noise of the arithmetic. */
export const showPrice = (price: number): string => String(Number(price.toPrecision(DIGITS)));
