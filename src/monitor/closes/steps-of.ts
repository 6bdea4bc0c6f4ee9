import type { CloseProgress } from '../../domain/close-progress';
import type { CloseState } from '../../domain/close-state';
import type { StepName, StepState } from '../views';

const STEPS: readonly StepName[] = ['validate', 'marginBypass', 'placeOrder', 'awaitTerminalFilled'];

/** The step that a state is in the middle of. States beside the round (pauses, holds, sweeps) are in none. */
const STEP_OF: Partial<Record<CloseState, StepName>> = {
  validating: 'validate',
  clearing: 'validate',
  bypassing: 'marginBypass',
  placing: 'placeOrder',
  awaiting: 'awaitTerminalFilled',
  heldWithOrder: 'awaitTerminalFilled',
};

export type Steps = Record<StepName, StepState>;

const all = (state: StepState): Steps => ({
  validate: state,
  marginBypass: state,
  placeOrder: state,
  awaitTerminalFilled: state,
});

export const NOT_BEGUN: Steps = all('idle');

/** How far this round of a close has come. */
export function stepsOf({ state, trouble, orders }: Pick<CloseProgress, 'state' | 'trouble' | 'orders'>): Steps {
  if (state === 'finished' || state === 'sweeping')
    return orders.length === 0 ? { ...all('idle'), validate: 'done' } : all('done');
  const now = STEP_OF[state];
  if (now === undefined) return { ...all('idle'), validate: trouble === null ? 'done' : 'failed' };
  const steps = all('idle');
  for (const step of STEPS.slice(0, STEPS.indexOf(now))) steps[step] = 'done';
  steps[now] = state === 'heldWithOrder' ? 'failed' : 'running';
  return steps;
}
