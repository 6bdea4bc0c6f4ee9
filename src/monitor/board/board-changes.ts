import type { BoardState, CloseView, HealthView, PositionView } from '../views';
import { closeKey, positionKey } from './view-keys';

/** What differs from the state before: the board touches nothing else. */
export interface BoardChange {
  at: string;
  health: HealthView;
  positions: PositionView[];
  positionsGone: string[];
  closes: CloseView[];
  closesGone: string[];
  /** The mark prices of this moment are the next points of the sparklines. */
  sampled: boolean;
}

// Ages grow all the time. Only a step of these makes a position differ.
const PRICE_AGE_STEP_MS = 5_000;
const HELD_STEP_MS = 60_000;

/** Remembers the state last sent, and finds what has changed since. */
export class BoardChanges {
  #positions = new Map<string, string>();
  #closes = new Map<string, string>();

  since({ at, health, positions, closes }: BoardState, sampled: boolean): BoardChange {
    const nowPositions = by(positions, positionKey, likeness);
    const nowCloses = by(closes, closeKey, (close) => JSON.stringify(close));
    const change: BoardChange = {
      at,
      health,
      positions: positions.filter((one) => differs(positionKey(one), this.#positions, nowPositions)),
      positionsGone: gone(this.#positions, nowPositions),
      closes: closes.filter((one) => differs(closeKey(one), this.#closes, nowCloses)),
      closesGone: gone(this.#closes, nowCloses),
      sampled,
    };
    this.#positions = nowPositions;
    this.#closes = nowCloses;
    return change;
  }
}

type Texts = Map<string, string>;

const by = <View>(views: readonly View[], key: (view: View) => string, text: (view: View) => string): Texts =>
  new Map(views.map((view) => [key(view), text(view)]));

const differs = (key: string, before: Texts, now: Texts): boolean => before.get(key) !== now.get(key);

const gone = (before: Texts, now: Texts): string[] => [...before.keys()].filter((key) => !now.has(key));

const likeness = (position: PositionView): string =>
  JSON.stringify({
    ...position,
    priceAgeMs: stepOf(position.priceAgeMs, PRICE_AGE_STEP_MS),
    heldForMs: stepOf(position.heldForMs, HELD_STEP_MS),
  });

const stepOf = (ms: number | null, step: number): number | null => (ms === null ? null : Math.floor(ms / step));
