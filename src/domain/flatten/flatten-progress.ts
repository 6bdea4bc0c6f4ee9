import type { Trouble } from '../failure-types';
import type { FlattenLine } from './flatten-line';

/** All that a flatten remembers from pass to pass; plain data, so that a long one can go on in a fresh history. */
export interface FlattenProgress {
  state: 'flattening' | 'held' | 'finished';
  /** Workflow clock, ms, of the first run. */
  startedMs: number;
  pass: number;
  /** Every position met so far: the open ones first, riskiest first. */
  lines: FlattenLine[];
  /** How many of those who asked have been heard. */
  askersHeard: number;
  /** Reads in a row that showed no position in scope and no opening order. */
  flatReads: number;
  /** When the first of those was made; null while something is open. */
  flatMs: number | null;
  /** When the account's orders were last listed; null: never. */
  ordersReadMs: number | null;
  /** Orders in scope that could open a position and could not be cancelled yet, as people are told of them. */
  opening: string[];
  /** Passes in a row that could not cancel all of them. */
  uncancelledPasses: number;
  cancelledCount: number;
  /** The newest of the cancelled. */
  cancelled: string[];
  /** Passes in a row in which everything left was held. */
  heldPasses: number;
  /** Readings in a row that failed. */
  misfortunes: number;
  trouble: Trouble | null;
  /** What a person has been told of. */
  alertedOf: string[];
}

export const newFlattenProgress = (startedMs: number): FlattenProgress => ({
  state: 'flattening',
  startedMs,
  pass: 0,
  lines: [],
  askersHeard: 0,
  flatReads: 0,
  flatMs: null,
  ordersReadMs: null,
  opening: [],
  uncancelledPasses: 0,
  cancelledCount: 0,
  cancelled: [],
  heldPasses: 0,
  misfortunes: 0,
  trouble: null,
  alertedOf: [],
});
