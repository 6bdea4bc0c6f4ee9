import { assert } from '../assert';
import type { DeadManPhase } from './dead-man';

/**
 * What can happen to the switch. `lastLeft`: the last monitor that was heard stops cleanly. `silence…`: nobody was heard for too
 * long, in that mode. `arm…`: by an operator; `armHeard` while a monitor is being heard.
 */
export type DeadManEvent = 'heartbeat' | 'lastLeft' | 'silenceAlert' | 'silenceFlatten' | 'arm' | 'armHeard' | 'disarm';

/** One line per phase. What is absent cannot happen there: only a switch that watches can miss somebody. */
export const DEAD_MAN_MOVES = {
  waiting: { heartbeat: 'watching', lastLeft: 'left', arm: 'waiting', armHeard: 'watching', disarm: 'disarmed' },
  watching: {
    ...{ heartbeat: 'watching', lastLeft: 'left', arm: 'waiting', armHeard: 'watching', disarm: 'disarmed' },
    ...{ silenceAlert: 'silent', silenceFlatten: 'flattening' },
  },
  silent: { heartbeat: 'watching', lastLeft: 'left', arm: 'waiting', armHeard: 'watching', disarm: 'disarmed' },
  flattening: { heartbeat: 'watching', lastLeft: 'left', arm: 'waiting', armHeard: 'watching', disarm: 'disarmed' },
  left: { heartbeat: 'watching', lastLeft: 'left', arm: 'waiting', armHeard: 'watching', disarm: 'disarmed' },
  // An operator's word holds against every monitor.
  disarmed: { heartbeat: 'disarmed', lastLeft: 'disarmed', arm: 'waiting', armHeard: 'watching', disarm: 'disarmed' },
} as const satisfies Record<DeadManPhase, Partial<Record<DeadManEvent, DeadManPhase>>>;

export function phaseAfter(phase: DeadManPhase, event: DeadManEvent): DeadManPhase {
  const moves: Partial<Record<DeadManEvent, DeadManPhase>> = DEAD_MAN_MOVES[phase];
  const next = moves[event];
  assert(next !== undefined, `a switch that is ${phase} cannot meet ${event}`);
  return next;
}
