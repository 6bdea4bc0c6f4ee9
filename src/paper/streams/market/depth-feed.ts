import type { World } from '../../engine/world';
import { levelsEvent } from './market-events';

type Level = readonly [string, string];
type DepthEvent = ReturnType<typeof levelsEvent>;

/** How deep the book of a difference stream is followed. */
const LEVELS = 100;

/** Levels that are new or changed, and zero for those that are gone. */
const difference = (before: readonly Level[], after: readonly Level[]): Level[] => {
  const [old, current] = [new Map(before), new Map(after)];
  const gone = [...old.keys()].filter((price) => !current.has(price)).map((price): Level => [price, '0']);
  return [...gone, ...[...current].filter(([price, quantity]) => old.get(price) !== quantity)];
};

/** One difference stream: what changed in the book since it last spoke. */
export class DepthFeed {
  #last: DepthEvent | undefined;

  next(world: World, symbol: string): DepthEvent | undefined {
    const event = levelsEvent(world, symbol, LEVELS, this.#last?.u ?? world.now() - 1);
    const [bids, asks] = [difference(this.#last?.b ?? [], event.b), difference(this.#last?.a ?? [], event.a)];
    if (bids.length + asks.length === 0) return undefined;
    this.#last = event;
    return { ...event, b: bids as [string, string][], a: asks as [string, string][] };
  }
}
