import { amount } from '../decimal';
import type { Amount } from '../decimal';
import { seeded } from '../seeded';
import { repeat } from '../time/repeat';
import { markOf } from '../world';
import type { World } from '../world';
import { movePrice } from './move-price';

export interface WalkPlan {
  readonly symbols: readonly string[];
  /** Standard deviation of one step, as a share of the price. */
  readonly volatility: number;
  readonly seed: number;
  readonly everyMs: number;
}

const UNIFORM_MAX = 2 ** 32;
/** So many uniform numbers added up are near enough to a bell curve, and the same on every machine. */
const UNIFORMS = 12;

const normal = (seed: number, name: string): number => {
  let total = 0;
  for (let index = 0; index < UNIFORMS; index += 1) total += seeded(seed, `${name} ${index}`) / UNIFORM_MAX;
  return total - UNIFORMS / 2;
};

/** On whole ticks, and never out of the price filter. */
const nextMark = (world: World, symbol: string, change: number): Amount => {
  const { tick, priceMin, priceMax } = world.rules.get(symbol)!;
  const [lowest, highest] = [Number(priceMin.div(tick)), Number(priceMax.div(tick))];
  const ticks = Math.round(Number(markOf(world, symbol).div(tick)) * (1 + change));
  return amount(Math.min(Math.max(ticks, lowest), highest)).times(tick);
};

/** The same seed makes the same prices. */
export const walk = (world: World, { symbols, volatility, seed, everyMs }: WalkPlan): void => {
  const step = (ordinal: number): void => {
    for (const symbol of symbols)
      movePrice(world, symbol, nextMark(world, symbol, volatility * normal(seed, `${symbol} ${ordinal}`)));
  };
  world.movers.push(repeat(world, everyMs, step));
};
