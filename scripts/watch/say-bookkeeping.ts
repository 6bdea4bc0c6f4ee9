import { defaultPayloadConverter } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import type { Said } from './watch-line';

export type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

/** What Temporal's own bookkeeping says of a close: that a hold is over, and every end but the good one. */
export function sayBookkeeping(event: HistoryEvent): Said[] {
  const {
    upsertWorkflowSearchAttributesEventAttributes: upserted,
    workflowTaskFailedEventAttributes: taskFailed,
    workflowExecutionFailedEventAttributes: failed,
    workflowExecutionTerminatedEventAttributes: terminated,
  } = event;
  if (upserted) return sayState(upserted.searchAttributes?.indexedFields?.['CloseState']);
  if (taskFailed) return [ended('WORKFLOW TASK FAILED', taskFailed.failure?.message)];
  if (failed) return [ended('CLOSE FAILED', failed.failure?.message)];
  if (terminated) return [ended('CLOSE TERMINATED', `by ${terminated.identity}: ${terminated.reason}`)];
  if (event.workflowExecutionTimedOutEventAttributes) return [ended('CLOSE TIMED OUT', null)];
  if (event.workflowExecutionCanceledEventAttributes) return [ended('CLOSE CANCELLED', null)];
  return [];
}

/** A close that outgrew its history goes on in a fresh one, which starts with the decision of the first. */
export const goesOnFromEarlierRun = (event: HistoryEvent): boolean =>
  (event.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '') !== '';

export const CONTINUES: Said = { level: 'info', marker: 'CLOSE CONTINUES', says: 'in a fresh history' };

const ended = (marker: string, says: string | null | undefined): Said => ({
  level: 'error',
  marker,
  says: says ?? 'nobody drives this position to flat now',
});

/** A hold itself is told with its trouble, by the alert. */
function sayState(payload: temporal.api.common.v1.IPayload | undefined): Said[] {
  if (!payload) return [];
  const state = [defaultPayloadConverter.fromPayload(payload)].flat()[0];
  return state === 'closing' ? [{ level: 'info', marker: 'CLOSE GOES ON', says: 'it is no longer held' }] : [];
}
