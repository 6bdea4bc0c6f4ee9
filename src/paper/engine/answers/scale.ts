import { text } from '../decimal';
import type { Amount } from '../decimal';
import type { World } from '../world';

/** Numbers as the venue prints them: padded to the market's own precision. */
export interface Scale {
  readonly price: (value: Amount) => string;
  readonly quantity: (value: Amount) => string;
  /** Price times quantity. */
  readonly quote: (value: Amount) => string;
}

const scales = new WeakMap<World['rules'], Map<string, Scale>>();

const makeScale = (world: World, symbol: string): Scale => {
  const { pricePrecision, quantityPrecision } = world.rules.get(symbol)!;
  return {
    price: (value) => text(value, pricePrecision),
    quantity: (value) => text(value, quantityPrecision),
    quote: (value) => text(value, pricePrecision + quantityPrecision),
  };
};

export const scaleOf = (world: World, symbol: string): Scale => {
  const known = scales.get(world.rules) ?? new Map<string, Scale>();
  scales.set(world.rules, known);
  const scale = known.get(symbol) ?? makeScale(world, symbol);
  known.set(symbol, scale);
  return scale;
};
