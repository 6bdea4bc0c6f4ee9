import { add } from './decimal';
import type { DecimalText } from './decimal';
import { isHeld } from './close-state';
import type { CloseState } from './close-state';
import type { OrderLine } from './close-result';
import type { Trouble } from './failure-types';
import type { Position } from './position';
import type { Start } from './verdict';

/** All that a close remembers from round to round; plain data, so that a long close can go on in a fresh history. */
export interface CloseProgress {
  state: CloseState;
  round: number;
  start: Start | null;
  orders: OrderLine[];
  /** Misfortunes in a row. */
  misfortunes: number;
  /** Rounds in a row whose order was too late to be signed. */
  lateRounds: number;
  /** The venue's answer to the last order was that resting reduce-only orders claim the quantity. */
  claimed: boolean;
  /** A person has been told of this hold. */
  alerted: boolean;
  /** What is being waited out, or was last. */
  trouble: Trouble | null;
  /** The venue's last word on the position, '0' for flat. */
  lastRead: { quantity: DecimalText; readAtMs: number } | null;
  /** How many of those who asked have had the venue read for them. */
  askersSeen: number;
  /** How many of those meant a position that has since been replaced. */
  askersPast: number;
  cancelled: string[];
  leftResting: string[];
}

export const newProgress = (): CloseProgress => ({
  state: 'validating',
  round: 0,
  start: null,
  orders: [],
  misfortunes: 0,
  lateRounds: 0,
  claimed: false,
  alerted: false,
  trouble: null,
  lastRead: null,
  askersSeen: 0,
  askersPast: 0,
  cancelled: [],
  leftResting: [],
});

/** What the close's own orders have executed, by the venue's records of them. */
export const executedByUs = (progress: CloseProgress): DecimalText =>
  progress.orders.map((line) => line.executedQuantity ?? '0').reduce(add, '0');

/** Whether the close needs a person: from the moment one is called until something goes well, also while it tries again. */
export const needsPerson = ({ state, alerted }: CloseProgress): boolean =>
  state !== 'finished' && (isHeld(state) || alerted);

/** Something went well: patience is whole again. */
export function forgetMisfortunes(progress: CloseProgress): void {
  Object.assign(progress, { misfortunes: 0, lateRounds: 0, alerted: false, trouble: null });
}

export function noteReading(progress: CloseProgress, position: Position | null, readAtMs: number): void {
  progress.lastRead = { quantity: position?.quantity ?? '0', readAtMs };
}
