import type { Arm, DeadManState, Disarm, Heard, Heartbeat, Leave, Stepped, Word } from './dead-man';
import {
  armedNotice,
  disarmedNotice,
  flattenNote,
  leftNotice,
  recoveredNotice,
  silenceNotices,
} from './dead-man-notices';
import { settingsOf } from './dead-man-silence';
import { phaseAfter } from './dead-man-table';
import type { DeadManEvent } from './dead-man-table';

// The dead man's switch as functions of what it knows and what it hears. The table says which phase follows; here is the rest.

/** A heartbeat arms, keeps alive, and brings back. */
export function hear(state: DeadManState, heartbeat: Heartbeat, nowMs: number): Stepped {
  if (isStale(state, heartbeat)) return still(state);
  const heard = withHeard(state, { ...heartbeat, atMs: nowMs });
  if (state.phase === 'watching' || state.phase === 'disarmed') return still(heard);
  const word = { by: `monitor ${heartbeat.monitor}`, because: 'it is heard', atMs: nowMs };
  const next = moved(heard, 'heartbeat', word);
  if (state.phase === 'silent' || state.phase === 'flattening')
    return { state: next, acts: [recoveredNotice(state, next)] };
  // Where an operator has armed, it stays the operator's.
  return armed(next, state.armed ?? word);
}

/** A clean stop: whoever is still heard carries on, and the last one disarms. */
export function part(state: DeadManState, { monitor, reason }: Leave, nowMs: number): Stepped {
  const isKnown = state.monitors.some((one) => one.monitor === monitor);
  const monitors = state.monitors.filter((one) => one.monitor !== monitor);
  const parted = { ...state, monitors, departed: [...state.departed, monitor].slice(-DEPARTED_KEPT) };
  if (!isKnown || state.phase === 'disarmed' || stillHeard(parted, nowMs)) return still(parted);
  const next = moved({ ...parted, armed: null }, 'lastLeft', {
    by: `monitor ${monitor}`,
    because: reason,
    atMs: nowMs,
  });
  return { state: next, acts: [leftNotice(next)] };
}

export function arm(state: DeadManState, { operator, reason, mode, timeoutMs }: Arm, nowMs: number): Stepped {
  const pinned = { ...(mode === undefined ? {} : { mode }), ...(timeoutMs === undefined ? {} : { timeoutMs }) };
  const word = { by: operator, because: reason, atMs: nowMs };
  // One that has missed its own pace may be dead: nothing is missed until it is heard again.
  const event = state.monitors.some(({ atMs, everyMs }) => nowMs - atMs < 3 * everyMs) ? 'armHeard' : 'arm';
  return armed(moved({ ...state, pinned, ...afresh(nowMs) }, event, word), word);
}

export function disarm(state: DeadManState, { operator, reason }: Disarm, nowMs: number): Stepped {
  const next = moved({ ...state, armed: null }, 'disarm', { by: operator, because: reason, atMs: nowMs });
  return { state: next, acts: [disarmedNotice(next)] };
}

/** Nobody was heard for too long. */
export function missAll(state: DeadManState, nowMs: number): Stepped {
  const { mode } = settingsOf(state);
  const word = { by: 'silence', because: 'no monitor is heard', atMs: nowMs };
  const next = moved(state, mode === 'flatten' ? 'silenceFlatten' : 'silenceAlert', word);
  const tells = silenceNotices(next);
  // What gets positions closed goes before the words about it.
  return { state: next, acts: mode === 'flatten' ? [{ kind: 'flatten', note: flattenNote(next) }, ...tells] : tells };
}

const MONITORS_KEPT = 16;
const DEPARTED_KEPT = 32;

const still = (state: DeadManState): Stepped => ({ state, acts: [] });

const moved = (state: DeadManState, event: DeadManEvent, last: Word): DeadManState => ({
  ...state,
  phase: phaseAfter(state.phase, event),
  last,
});

const armed = (state: DeadManState, word: Word): Stepped => ({
  state: { ...state, armed: word },
  acts: [armedNotice(state)],
});

const isStale = ({ departed, monitors }: DeadManState, { monitor, sequence }: Heartbeat): boolean =>
  departed.includes(monitor) || monitors.some((one) => one.monitor === monitor && one.sequence >= sequence);

function withHeard(state: DeadManState, heard: Heard): DeadManState {
  const others = state.monitors.filter(({ monitor }) => monitor !== heard.monitor);
  const monitors = [...others, heard].slice(-MONITORS_KEPT);
  return { ...state, monitors, lastHeard: heard, heartbeats: state.heartbeats + 1, ...afresh(heard.atMs) };
}

const afresh = (nowMs: number) => ({ countFromMs: nowMs, callFromMs: null, lateWakes: 0 });

/** Some monitor was heard within the timeout. */
const stillHeard = (state: DeadManState, nowMs: number): boolean =>
  state.monitors.some(({ atMs }) => nowMs - atMs <= settingsOf(state).timeoutMs);
