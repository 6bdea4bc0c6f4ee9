import type { PositionView } from '../views';
import { positionKey } from './view-keys';

/** A price of each position is kept so often, ms, */
export const SAMPLE_EVERY_MS = 5_000;
/** and so many of them: five minutes. */
export const SAMPLES_MAX = 60;

/** The last mark prices of every position, oldest first: the sparklines of a board that has just been opened. */
export class PriceTrails {
  #trails = new Map<string, number[]>();

  /** Positions that are gone take their trail with them; a position without a price adds nothing. */
  sample(positions: readonly PositionView[]): void {
    const next = new Map<string, number[]>();
    for (const position of positions) {
      const key = positionKey(position);
      const trail = this.#trails.get(key) ?? [];
      if (position.markPrice !== null) trail.push(Number(position.markPrice));
      next.set(key, trail.slice(-SAMPLES_MAX));
    }
    this.#trails = next;
  }

  all(): Record<string, number[]> {
    return Object.fromEntries(this.#trails);
  }
}
