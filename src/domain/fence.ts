import type { CloseOrder } from './close-order';
import { TIMES } from './times';

/**
 * How `unknown` becomes `absent`. The venue refuses an order once `timestamp + recvWindow` has passed on its own clock, and
 * no worker signs one with a timestamp later than `signBeforeMs`. So from `deadAfterMs` on, by the venue's clock alone and
 * whatever the clocks of our machines say, a request that has not executed never will: even one from a frozen process.
 */
export const deadAfterMs = (order: CloseOrder): number => order.signBeforeMs + order.recvWindowMs;

/**
 * From here on (venue clock), looks that find nothing prove absence. An order that executed may stay unseen for a while:
 * a partial close waits that out. A close of the whole position need not: a second order could only bounce off reduce-only.
 */
export const absentAfterMs = (order: CloseOrder): number =>
  deadAfterMs(order) + (order.closesWhole ? 0 : TIMES.visibilityMargin);

/** Whether an order may still be signed, with exactly this timestamp (venue clock, ms). */
export const maySign = (order: CloseOrder, timestampMs: number): boolean => timestampMs <= order.signBeforeMs;

/** The latest signature that rests on a reading made at `readAtMs`; longer after rounds that were too late. */
export const signBefore = (readAtMs: number, lateRounds: number): number =>
  readAtMs + Math.min(TIMES.sendBudget * 2 ** lateRounds, TIMES.sendBudgetMax);

/** Whether one late round more would be given longer than the last: then reading anew at once can help. */
export const budgetGrows = (lateRounds: number): boolean => TIMES.sendBudget * 2 ** lateRounds < TIMES.sendBudgetMax;
