import { assert } from './assert';

export type CloseState = keyof typeof MOVES;

/**
 * Where a close is, and what may happen there. One line per state; what is not here cannot happen.
 * validating → bypassing → placing → awaiting is one round.
 */
export const MOVES = {
  validating: {
    closable: 'bypassing',
    claimed: 'clearing',
    flat: 'sweeping',
    done: 'finished',
    restore: 'restoring',
    setback: 'pausing',
    hold: 'held',
    stopped: 'finished',
  },
  clearing: { cleared: 'validating' },
  bypassing: { bypassed: 'placing', setback: 'pausing', hold: 'held' },
  placing: { submitted: 'awaiting', tooLate: 'validating', stopped: 'finished', setback: 'pausing', hold: 'held' },
  awaiting: { settled: 'validating', flat: 'sweeping', setback: 'pausing', hold: 'held', unresolved: 'heldWithOrder' },
  pausing: { woke: 'validating' },
  held: { woke: 'validating', restore: 'restoring' },
  heldWithOrder: { woke: 'awaiting', stopped: 'finished' },
  restoring: { restored: 'held', joined: 'validating', done: 'finished' },
  sweeping: { swept: 'finished' },
  broken: { stopped: 'finished' },
  finished: {},
} as const satisfies Record<string, Record<string, string>>;

export type CloseEvent = { [S in CloseState]: keyof (typeof MOVES)[S] }[CloseState];

/** The state after `event`. An event that cannot happen in `state` is our mistake, and says both names. */
export function nextState(state: CloseState, event: CloseEvent): CloseState {
  const moves: Partial<Record<CloseEvent, CloseState>> = MOVES[state];
  const next = moves[event];
  assert(next !== undefined, `a close that is ${state} cannot meet ${event}`);
  return next;
}

/** A state in which the close needs a person, and keeps looking meanwhile. */
export const isHeld = (state: CloseState): boolean =>
  state === 'held' || state === 'heldWithOrder' || state === 'broken';
