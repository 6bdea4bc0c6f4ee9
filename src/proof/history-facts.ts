import { defaultPayloadConverter } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import type { CloseProgress } from '../domain/close-progress';
import type { ExitDecision, Instant } from '../domain/exit-decision';
import { eventInstant } from './event-time';

export type History = temporal.api.history.v1.IHistory;
type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

/** How a run ended, by Temporal's word. */
export type Ending =
  | { kind: 'running' }
  | {
      kind: 'finished' | 'failed' | 'terminated' | 'timedOut' | 'cancelled' | 'continued';
      eventId: number;
      at: Instant;
      says: string;
    };

/** What a history says of itself, apart from the close's story. */
export interface HistoryFacts {
  workflowType: string;
  workflowId: string;
  taskQueue: string;
  /** The run that orders are named after; it survives a reset. */
  originalRunId: string;
  /** The run this one goes on from, and all that it knew; null for a close that began here. */
  continued: { fromRunId: string; asked: ExitDecision[]; progress: CloseProgress | null } | null;
  eventIds: number[];
  /** A reset plays the run again from some point: what the run before had sent after that point stands in its own history. */
  resets: { eventId: number; baseRunId: string; newRunId: string }[];
  /** How often the server may run each activity, by the event that scheduled it; 0 is without limit. */
  attempts: ReadonlyMap<number, number>;
  ending: Ending;
}

export function factsOf({ events }: History): HistoryFacts {
  const all = events ?? [];
  const started = all[0]?.workflowExecutionStartedEventAttributes;
  return {
    workflowType: started?.workflowType?.name ?? '',
    workflowId: started?.workflowId ?? '',
    taskQueue: started?.taskQueue?.name ?? '',
    originalRunId: started?.originalExecutionRunId ?? '',
    continued: continuedIn(started),
    eventIds: all.map((event) => Number(event.eventId)),
    resets: all.flatMap(resetIn),
    attempts: new Map(all.flatMap(attemptsIn)),
    ending: endingOf(all.at(-1)),
  };
}

type Started = temporal.api.history.v1.IWorkflowExecutionStartedEventAttributes | null | undefined;

function continuedIn(started: Started): HistoryFacts['continued'] {
  const fromRunId = started?.continuedExecutionRunId ?? '';
  if (fromRunId === '') return null;
  const second = started?.input?.payloads?.[1];
  const { asked, progress } = second === undefined ? {} : defaultPayloadConverter.fromPayload<Partial<Resumed>>(second);
  return { fromRunId, asked: asked ?? [], progress: progress ?? null };
}

interface Resumed {
  asked: ExitDecision[];
  progress: CloseProgress;
}

function resetIn({ eventId, workflowTaskFailedEventAttributes: failed }: HistoryEvent): HistoryFacts['resets'] {
  const newRunId = failed?.newRunId ?? '';
  return newRunId === '' ? [] : [{ eventId: Number(eventId), baseRunId: failed?.baseRunId ?? '', newRunId }];
}

function attemptsIn({ eventId, activityTaskScheduledEventAttributes: scheduled }: HistoryEvent): [number, number][] {
  return scheduled ? [[Number(eventId), scheduled.retryPolicy?.maximumAttempts ?? 0]] : [];
}

/** A run has ended if its last event says so. */
function endingOf(last: HistoryEvent | undefined): Ending {
  if (last === undefined) return { kind: 'running' };
  const at = { eventId: Number(last.eventId), at: eventInstant(last) };
  const {
    workflowExecutionCompletedEventAttributes: completed,
    workflowExecutionFailedEventAttributes: failed,
    workflowExecutionTerminatedEventAttributes: terminated,
    workflowExecutionTimedOutEventAttributes: timedOut,
    workflowExecutionCanceledEventAttributes: cancelled,
    workflowExecutionContinuedAsNewEventAttributes: continued,
  } = last;
  if (completed) return { kind: 'finished', ...at, says: 'it finished' };
  if (failed) return { kind: 'failed', ...at, says: failed.failure?.message ?? 'no reason given' };
  if (terminated) return { kind: 'terminated', ...at, says: `by ${terminated.identity}: ${terminated.reason}` };
  if (timedOut) return { kind: 'timedOut', ...at, says: 'its time was over' };
  if (cancelled) return { kind: 'cancelled', ...at, says: 'it was cancelled' };
  return continued
    ? { kind: 'continued', ...at, says: `it goes on as run ${continued.newExecutionRunId}` }
    : { kind: 'running' };
}

/** When an event was written, by Temporal's clock. */
export function timeOf({ events }: History, eventId: number): Instant {
  const event = (events ?? []).find((one) => Number(one.eventId) === eventId);
  return eventInstant(event ?? {});
}
