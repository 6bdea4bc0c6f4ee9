import type { Side } from '../account/leg';
import { amount } from '../decimal';
import type { Amount } from '../decimal';
import type { SymbolRules } from '../rules/symbol-rules';
import { seeded } from '../seeded';
import { markOf } from '../world';
import type { World } from '../world';
import type { Book, BookSide } from './book';

/** One price of the synthetic market, in whole ticks and whole lots. */
export interface Level {
  readonly side: BookSide;
  readonly ticks: number;
  readonly lots: number;
  /** What it holds when nobody has eaten of it. */
  readonly whole: number;
}

/** As deep as the deepest depth that can be asked for. */
const DEEP_LEVELS = 1000;

/** The side that an order of this side takes from. */
export const oppositeOf = (side: Side): BookSide => (side === 'BUY' ? 'asks' : 'bids');

/** The mark in whole ticks, rounded away from the side: best levels never touch it. */
const anchor = (world: World, rules: SymbolRules, side: BookSide, spread: number): number => {
  const ticks = markOf(world, rules.symbol).div(rules.tick);
  return side === 'bids' ? Math.max(1, Number(ticks.floor()) - spread) : Number(ticks.ceil()) + spread;
};

/** A deep level covers the largest order there is. */
const deepLots = (world: World, rules: SymbolRules, name: string): number => {
  const largest = Number(rules.lotMax.div(rules.step));
  return largest + (seeded(world.seed, name) % largest);
};

const thinLots = (world: World, rules: SymbolRules, book: Book, ticks: number, name: string): number => {
  const price = rules.tick.times(ticks);
  const average = Math.max(1, Number(book.shape.levelNotional.div(price).div(rules.step).floor()));
  return Math.max(1, Math.floor(average / 2) + (seeded(world.seed, name) % (average + 1)));
};

const levelAt = (world: World, rules: SymbolRules, side: BookSide, ticks: number): Level => {
  const [book, name] = [world.books.get(rules.symbol), `${rules.symbol} ${side} ${ticks}`];
  if (!book) {
    const lots = deepLots(world, rules, name);
    return { side, ticks, lots, whole: lots };
  }
  const whole = thinLots(world, rules, book, ticks, name);
  return { side, ticks, lots: book.left(side, ticks, whole, world.now()), whole };
};

/** The levels of one side that hold anything, best first. */
export function* levelsOf(world: World, symbol: string, side: BookSide): Generator<Level> {
  const rules = world.rules.get(symbol)!;
  const shape = world.books.get(symbol)?.shape ?? { spreadTicks: 1, gapTicks: 1, levels: DEEP_LEVELS };
  const best = anchor(world, rules, side, shape.spreadTicks);
  const step = side === 'bids' ? -shape.gapTicks : shape.gapTicks;
  for (let index = 0; index < shape.levels; index += 1) {
    const ticks = best + step * index;
    if (ticks < 1) return;
    const level = levelAt(world, rules, side, ticks);
    if (level.lots > 0) yield level;
  }
}

/** What of it an order took is missing until it grows back; a deep level never misses anything. */
export const eatLevel = (world: World, symbol: string, level: Level, quantity: Amount): void => {
  const lots = Number(quantity.div(world.rules.get(symbol)!.step).ceil());
  world.books.get(symbol)?.eat(level.side, level.ticks, level.whole, lots, world.now());
};

export const priceOf = (rules: SymbolRules, level: Level): Amount => rules.tick.times(level.ticks);
export const quantityOf = (rules: SymbolRules, level: Level): Amount => amount(level.lots).times(rules.step);
