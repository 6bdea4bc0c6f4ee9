import type { DeadManPhase, DeadManState } from './dead-man';
import { settingsOf } from './dead-man-silence';

/** What a phase is called where people look: a switch that the last monitor left is disarmed, too. */
export const stateOf = (phase: DeadManPhase): Exclude<DeadManPhase, 'left'> => (phase === 'left' ? 'disarmed' : phase);

export const isArmed = ({ phase }: DeadManState): boolean => phase !== 'left' && phase !== 'disarmed';

/** Where the switch stands, in one sentence. */
export function saysOf(state: DeadManState): string {
  const { by, because } = state.last;
  const { mode, timeoutMs } = settingsOf(state);
  const rule = `${mode} after ${timeoutMs / 1_000} s of silence`;
  const monitor = state.lastHeard?.monitor ?? 'nobody';
  switch (state.phase) {
    case 'waiting':
      return `armed, and no monitor is heard yet: silence counts from the first heartbeat (${rule})`;
    case 'watching':
      return `armed: ${rule}; monitor ${monitor} was heard last`;
    case 'silent':
      return `no monitor is heard; ${monitor} was heard last, and an operator was called`;
    case 'flattening':
      return `no monitor is heard; ${monitor} was heard last, and everything was asked to go`;
    case 'left':
      return `disarmed by ${by}, ${because}; the next monitor that starts arms it`;
    case 'disarmed':
      return `disarmed by ${by}: ${because}; it stays so until an operator arms it`;
  }
}
