import { defaultPayloadConverter } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import { eventMs } from './event-time';
import type { Recorded } from './recorded';

type History = temporal.api.history.v1.IHistory;
type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

const LOCAL_ACTIVITY = 'core_local_activity';

/** Decodes the events that tell a close's story; the bookkeeping between them is left out. */
export function readHistory({ events }: History): Recorded[] {
  const names = new Map<number, string>();
  return (events ?? []).flatMap((event) => {
    const recorded = decode(event, names);
    return recorded === null ? [] : [recorded];
  });
}

function decode(event: HistoryEvent, names: Map<number, string>): Recorded | null {
  const at = { eventId: Number(event.eventId), atMs: eventMs(event) };
  const {
    workflowExecutionStartedEventAttributes: started,
    workflowExecutionSignaledEventAttributes: signalled,
    markerRecordedEventAttributes: marker,
    activityTaskScheduledEventAttributes: scheduled,
    activityTaskCompletedEventAttributes: completed,
    activityTaskFailedEventAttributes: failed,
    activityTaskTimedOutEventAttributes: timedOut,
    workflowExecutionCompletedEventAttributes: finished,
    workflowExecutionCancelRequestedEventAttributes: cancelRequested,
  } = event;
  if (started) return { kind: 'started', ...at, input: firstOf(started.input?.payloads) };
  if (signalled)
    return { kind: 'signalled', ...at, name: signalled.signalName ?? '', input: firstOf(signalled.input?.payloads) };
  if (marker?.markerName === LOCAL_ACTIVITY) return { kind: 'localActivity', ...at, ...localActivity(marker) };
  if (scheduled) {
    const name = scheduled.activityType?.name ?? '';
    names.set(at.eventId, name);
    return { kind: 'scheduled', ...at, name, input: allOf(scheduled.input?.payloads) };
  }
  if (completed)
    return {
      kind: 'completed',
      ...at,
      ...whichActivity(completed, names),
      result: firstOf(completed.result?.payloads),
    };
  const ended = failed ?? timedOut;
  if (ended)
    return {
      kind: 'failed',
      ...at,
      ...whichActivity(ended, names),
      because: ended.failure?.message ?? 'no reason given',
    };
  if (finished) return { kind: 'finished', ...at, result: firstOf(finished.result?.payloads) };
  return cancelRequested ? { kind: 'cancelRequested', ...at } : null;
}

function whichActivity({ scheduledEventId }: { scheduledEventId?: unknown }, names: Map<number, string>) {
  const id = Number(scheduledEventId);
  return { scheduledEventId: id, name: names.get(id) ?? '' };
}

/** A local activity leaves a marker: what it was in `data`, what came of it in `result`. */
function localActivity({ details }: temporal.api.history.v1.IMarkerRecordedEventAttributes): {
  name: string;
  result: unknown;
} {
  const data = firstOf(details?.['data']?.payloads) as { activity_type?: string } | undefined;
  return { name: data?.activity_type ?? '', result: firstOf(details?.['result']?.payloads) };
}

const allOf = (payloads: readonly temporal.api.common.v1.IPayload[] | null | undefined): unknown[] =>
  (payloads ?? []).map((payload) => defaultPayloadConverter.fromPayload(payload));

const firstOf = (payloads: readonly temporal.api.common.v1.IPayload[] | null | undefined): unknown =>
  allOf(payloads)[0];
