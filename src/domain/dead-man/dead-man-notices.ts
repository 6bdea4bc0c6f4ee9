import type { DeadManAct, DeadManNotice, DeadManState, Severity } from './dead-man';
import { settingsOf } from './dead-man-silence';

type Tell = Extract<DeadManAct, { kind: 'tell' }>;

/** Calls an operator once per silence; with a flatten, says so. */
export function silenceNotices(state: DeadManState): Tell[] {
  const kind = state.phase === 'flattening' ? 'FLATTENING' : 'SILENT';
  const consequence =
    kind === 'FLATTENING'
      ? 'every position of the account is being closed'
      : 'its positions are watched by nobody: start a monitor, or close what must not stay open';
  return [tell(state, kind, 'error', `${silence(state)}; ${consequence}`)];
}

/** What the flatten's record says of why. */
export const flattenNote = (state: DeadManState): string => `${silence(state)}; ${armedBy(state)}`.slice(0, NOTE_MAX);

/** As long as a request to flatten takes them. */
const NOTE_MAX = 1_000;

export function recoveredNotice(before: DeadManState, state: DeadManState): Tell {
  const { monitor = 'nobody', positions = 0 } = state.lastHeard ?? {};
  const heard = `monitor ${monitor} is heard, watching ${positions} positions`;
  return before.phase === 'flattening'
    ? tell(state, 'RECOVERED', 'warn', `${heard}; the flatten that was begun goes on until the account is flat`)
    : tell(state, 'RECOVERED', 'info', heard);
}

export function armedNotice(state: DeadManState): Tell {
  const { by, because } = state.last;
  const { mode, timeoutMs } = settingsOf(state);
  const heard =
    state.phase === 'waiting' ? '; no monitor is heard yet, and silence counts from the first heartbeat' : '';
  const sentence = `armed by ${by} (${because}): ${mode} after ${timeoutMs / 1_000} s of silence${heard}`;
  // A monitor that starts is no news worth a call.
  return tell(state, 'ARMED', 'info', sentence, !by.startsWith('monitor '));
}

export const disarmedNotice = (state: DeadManState): Tell =>
  tell(state, 'DISARMED', 'warn', `disarmed by ${state.last.by}: ${state.last.because}; until an operator arms it`);

export const leftNotice = (state: DeadManState): Tell =>
  tell(
    state,
    'DISARMED',
    'info',
    `disarmed by ${state.last.by}, ${state.last.because}: it was the last; the next monitor that starts arms it`,
  );

function silence({ lastHeard, account }: DeadManState): string {
  const since = lastHeard === null ? 'ever' : `since ${new Date(lastHeard.atMs).toISOString()}`;
  const by = lastHeard === null ? '' : ` (monitor ${lastHeard.monitor}, watching ${lastHeard.positions} positions)`;
  return `no monitor of ${account} is heard ${since}${by}`;
}

const armedBy = ({ armed }: DeadManState): string =>
  armed === null ? 'armed by nobody' : `armed by ${armed.by} (${armed.because})`;

const tell = (
  { account }: DeadManState,
  kind: DeadManNotice['kind'],
  severity: Severity,
  sentence: string,
  posted = true,
): Tell => ({ kind: 'tell', notice: { account, kind, severity, sentence, posted } });
