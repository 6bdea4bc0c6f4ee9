import { add } from './decimal';
import type { DecimalText } from './decimal';
import { isHeld } from './close-state';
import type { CloseState } from './close-state';
import type { OrderLine } from './close-result';
import type { Trouble } from './failure-types';
import { noNakedTime, noteStop } from './naked-time';
import type { NakedTime } from './naked-time';
import type { Position } from './position';
import type { RestingOrder } from './resting-order';
import type { Taker } from './taker';
import type { Start } from './verdict';

/** All that a close remembers from round to round; plain data, so that a long close can go on in a fresh history. */
export interface CloseProgress {
  state: CloseState;
  round: number;
  start: Start | null;
  orders: OrderLine[];
  /** Misfortunes in a row. */
  misfortunes: number;
  /** Waits in a row for a place in the venue's windows; none in a close that began before they were counted. */
  turns?: number;
  /** Rounds in a row whose order was too late to be signed. */
  lateRounds: number;
  /** The venue's answer to the last order was that resting reduce-only orders claim the quantity. */
  claimed: boolean;
  /** The venue's answer to the last order was that the market's price is outside its band. */
  priceProtected: boolean;
  /** Somebody woke the close while it was putting something back: then it does not rest in its hold. */
  wokenEarly: boolean;
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
  /** Cancelled while the position is open, and to be put back if the close cannot go on. */
  owed: RestingOrder[];
  naked: NakedTime;
  /** Who took what this close's orders do not account for; null where the venue could not be asked. */
  takers: Taker[] | null;
}

export const newProgress = (): CloseProgress => ({
  state: 'validating',
  round: 0,
  start: null,
  orders: [],
  misfortunes: 0,
  lateRounds: 0,
  claimed: false,
  priceProtected: false,
  wokenEarly: false,
  alerted: false,
  trouble: null,
  lastRead: null,
  askersSeen: 0,
  askersPast: 0,
  cancelled: [],
  leftResting: [],
  owed: [],
  naked: noNakedTime(),
  takers: [],
});

/** What the close's own orders have executed, by the venue's records of them. */
export const executedByUs = (progress: CloseProgress): DecimalText =>
  progress.orders.map((line) => line.executedQuantity ?? '0').reduce(add, '0');

/** Whether the close needs a person: from the moment one is called until something goes well, also while it tries again. */
export const needsPerson = ({ state, alerted }: CloseProgress): boolean =>
  state !== 'finished' && (isHeld(state) || alerted);

/** Something went well: patience is whole again. */
export function forgetMisfortunes(progress: CloseProgress): void {
  Object.assign(progress, { misfortunes: 0, turns: 0, lateRounds: 0, alerted: false, trouble: null });
}

/** The venue's word on a position that is not the one to close, and whose stops are not ours to count. */
export function noteOther(progress: CloseProgress, { quantity }: Position, readAtMs: number): void {
  progress.lastRead = { quantity, readAtMs };
  noteStop(progress.naked, { readAtMs, isOpen: false, hasStop: false });
}

/** What the venue said of the position, and whether a stop rested beside it. */
export interface PositionReading {
  position: Position | null;
  hasStop: boolean;
  readAtMs: number;
}

export function noteReading(progress: CloseProgress, { position, hasStop, readAtMs }: PositionReading): void {
  progress.lastRead = { quantity: position?.quantity ?? '0', readAtMs };
  noteStop(progress.naked, { readAtMs, isOpen: position !== null, hasStop });
}
