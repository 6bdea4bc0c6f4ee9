import type { DeadManSettings, DeadManState } from './dead-man';
import { TIMES } from '../times';

/** Mode and timeout in force: an operator's word first, then those of the monitor that was heard last. */
export function settingsOf({ pinned, lastHeard }: DeadManState): DeadManSettings {
  const mode = pinned.mode ?? lastHeard?.mode ?? 'alert';
  const timeoutMs = pinned.timeoutMs ?? lastHeard?.timeoutMs ?? TIMES.deadManTimeout;
  // Shorter than a few of its heartbeats, it would miss a monitor that is well.
  return { mode, timeoutMs: Math.max(timeoutMs, 3 * (lastHeard?.everyMs ?? 0)) };
}

/** For so long the switch listens once more before it acts, and knows that it could have heard somebody. */
const callMs = (timeoutMs: number): number => Math.max(timeoutMs / 4, Math.min(TIMES.deadManCall, timeoutMs / 2));

/** When the switch has to look again, by Temporal's clock; null: it waits for a message. */
export function nextLookMs(state: DeadManState): number | null {
  if (state.phase !== 'watching') return null;
  const { timeoutMs } = settingsOf(state);
  const call = callMs(timeoutMs);
  if (state.callFromMs === null) return state.countFromMs + timeoutMs - call;
  return Math.max(state.countFromMs + timeoutMs, state.callFromMs + call);
}

export type Look =
  /** Nothing is due. */
  | { kind: 'early' }
  /** Temporal or the worker was away when the switch should have looked: nobody could have been heard. Counted anew. */
  | { kind: 'late'; state: DeadManState }
  /** A heartbeat is overdue: one more is waited for. */
  | { kind: 'overdue'; state: DeadManState }
  | { kind: 'silence' };

/** What the clock says of a silence. Heartbeats that have reached Temporal are heard before. */
export function lookAt(state: DeadManState, nowMs: number): Look {
  const dueMs = nextLookMs(state);
  if (dueMs === null || nowMs < dueMs) return { kind: 'early' };
  if (isLate(state, nowMs - dueMs)) {
    const lateWakes = state.lateWakes + 1;
    return { kind: 'late', state: { ...state, countFromMs: nowMs, callFromMs: null, lateWakes } };
  }
  if (state.callFromMs === null) return { kind: 'overdue', state: { ...state, callFromMs: nowMs } };
  return { kind: 'silence' };
}

/** A switch that is late every time would never act: this often in one silence it gives the benefit of the doubt. */
const LATE_MAX = 3;

const isLate = (state: DeadManState, lateMs: number): boolean =>
  state.lateWakes < LATE_MAX && lateMs > Math.max(TIMES.deadManLate, callMs(settingsOf(state).timeoutMs) / 2);
