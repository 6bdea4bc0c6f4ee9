import type { Side } from '../../domain/exit-decision';

/** Arithmetic on prices in which a short is a long seen in a mirror: every rule is written once, for both. */

/** `percent` of `price` away from it, in favour of the side: up for a long, down for a short. */
export const inFavour = (side: Side, price: number, percent: number): number =>
  // Multiplied before it is divided: 1.5 % below 60000 is 59100, and not 59099.99999999999.
  (price * (side === 'long' ? 100 + percent : 100 - percent)) / 100;

export const against = (side: Side, price: number, percent: number): number => inFavour(side, price, -percent);

/** `distance`, in price, away from `price` to the disadvantage of the side. */
export const worseBy = (side: Side, price: number, distance: number): number =>
  side === 'long' ? price - distance : price + distance;

/** Is `price` at `level`, or better for the side? */
export const atOrBetter = (side: Side, price: number, level: number): boolean =>
  side === 'long' ? price >= level : price <= level;

/** Is `price` at `level`, or worse for the side? */
export const atOrWorse = (side: Side, price: number, level: number): boolean =>
  side === 'long' ? price <= level : price >= level;

export const betterOf = (side: Side, one: number, other: number): number =>
  side === 'long' ? Math.max(one, other) : Math.min(one, other);
