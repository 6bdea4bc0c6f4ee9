import { floorTo, most } from '../decimal';
import type { Amount } from '../decimal';
import { repeat } from '../time/repeat';
import type { World } from '../world';
import type { Kline } from './klines-csv';
import { movePrice } from './move-price';

/** A falling kline went up first and then down; a rising one the other way round. */
const pathOf = ({ open, high, low, close }: Kline): Amount[] =>
  close.lt(open) ? [open, high, low, close] : [open, low, high, close];

/** Walks through every kline in four steps, on whole ticks, and stops after the last. */
export const replay = (world: World, symbol: string, klines: readonly Kline[], everyMs: number): void => {
  const { tick } = world.rules.get(symbol)!;
  const path = klines.flatMap(pathOf);
  const step = (ordinal: number): boolean => {
    movePrice(world, symbol, most(floorTo(path[ordinal]!, tick), tick));
    return ordinal + 1 === path.length;
  };
  world.movers.push(repeat(world, everyMs / 4, step));
};
