import { ActivityFailure, rootCause } from '@temporalio/workflow';
import type { Sweep } from '../src/domain/close-effects';
import type { Trouble } from '../src/domain/failure-types';
import { describeResting } from '../src/domain/resting-order';
import type { RestingOrder } from '../src/domain/resting-order';

/** The activity's result, or what its failure means. Anything but an activity's failure is our bug, and is thrown on. */
export async function orElse<T>(activity: Promise<T>, meaning: (error: ActivityFailure) => T): Promise<T> {
  try {
    return await activity;
  } catch (error) {
    if (error instanceof ActivityFailure) return meaning(error);
    throw error;
  }
}

export const reasonOf = (error: ActivityFailure): string => rootCause(error) ?? error.message;

export const workerTrouble = (error: ActivityFailure): Trouble => ({
  type: 'WorkerTrouble',
  detail: `${error.activityType}: ${reasonOf(error)}`,
  needsPerson: false,
});

export const nothingCancelled = (orders: readonly RestingOrder[]): Sweep => ({
  cancelled: [],
  left: orders.map(describeResting),
});
