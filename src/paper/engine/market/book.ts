import type { Amount } from '../decimal';
import { seeded } from '../seeded';

export type BookSide = 'bids' | 'asks';

/** How one market's synthetic book looks. A market without a shape is deep: its best level never runs out. */
export interface BookShape {
  /** Whole ticks between the mark and the best level on either side. */
  readonly spreadTicks: number;
  /** Whole ticks from one level to the next. */
  readonly gapTicks: number;
  /** Levels per side; 0 is an empty book. */
  readonly levels: number;
  /** USDT that a level holds on average. */
  readonly levelNotional: Amount;
  /** How often a level that was eaten grows again, by about half of what it holds when whole. */
  readonly refillMs: number;
}

interface Eaten {
  readonly lots: number;
  readonly slot: number;
}

/** A level that nobody touched for so many refills is whole again. */
const REFILLS_MAX = 64;

/** What takers ate of a synthetic book, by price in ticks. It grows back over time, by the seed. */
export class Book {
  readonly #eaten = new Map<string, Eaten>();

  constructor(
    readonly shape: BookShape,
    readonly name: string,
    readonly seed: number,
  ) {}

  /** Lots still there of a level that holds `whole`. */
  left(side: BookSide, ticks: number, whole: number, now: number): number {
    return whole - this.#eatenAt(`${side} ${ticks}`, whole, this.#slot(now));
  }

  eat(side: BookSide, ticks: number, whole: number, lots: number, now: number): void {
    const [level, slot] = [`${side} ${ticks}`, this.#slot(now)];
    this.#eaten.set(level, { lots: this.#eatenAt(level, whole, slot) + lots, slot });
  }

  #slot(now: number): number {
    return Math.floor(now / this.shape.refillMs);
  }

  #eatenAt(level: string, whole: number, slot: number): number {
    const eaten = this.#eaten.get(level);
    if (!eaten || slot - eaten.slot > REFILLS_MAX) return 0;
    let lots = eaten.lots;
    for (let each = eaten.slot + 1; each <= slot && lots > 0; each += 1) lots -= this.#growth(level, whole, each);
    return Math.max(0, lots);
  }

  #growth(level: string, whole: number, slot: number): number {
    return 1 + (seeded(this.seed, `${this.name} ${level} ${slot}`) % Math.max(1, whole));
  }
}
