import { AssertionFailed } from './assert';
import type { Close } from './close-effects';
import { handOver } from './close-finish';
import type { CloseResult } from './close-result';
import type { Trouble } from './failure-types';
import { TIMES } from './times';

/**
 * Our own code found itself wrong. Whatever it would do next rests on that, so it does nothing: it calls a person, and
 * waits for them to take over. Thrown on, it would only make the workflow task fail and be retried, silently, for ever.
 */
export async function standStill(close: Close, error: unknown): Promise<CloseResult> {
  if (!(error instanceof AssertionFailed)) throw error;
  const { progress, effects } = close;
  const trouble: Trouble = { type: 'InvariantViolated', detail: error.message, needsPerson: true };
  Object.assign(progress, { state: 'broken', trouble, alerted: true });
  effects.report(progress);
  await effects.alertOperator({ trouble, misfortunes: progress.misfortunes });
  for (;;) {
    const stop = effects.stopRequested();
    if (stop !== null) return handOver(close, stop);
    await effects.rest(TIMES.heldMax);
  }
}
