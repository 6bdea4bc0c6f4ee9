import type { World } from '../world';
import type { Appointment } from './agenda';

/** Steps that a long silence may leave behind; older ones are skipped, so that a look after a month does not take a month. */
const BEHIND_MAX = 10_000;

export interface Repetition {
  stop(): void;
}

/** Runs `step` every so often until it says it is done (true) or somebody stops it. */
export const repeat = (world: World, everyMs: number, step: (ordinal: number) => boolean | void): Repetition => {
  let ordinal = 0;
  let next: Appointment;
  const plan = (at: number): void => {
    next = world.agenda.plan(Math.max(at, world.clock.outside() - everyMs * BEHIND_MAX), run);
  };
  const run = (): void => {
    if (step(ordinal++) !== true) plan(world.now() + everyMs);
  };
  plan(world.now() + everyMs);
  return { stop: () => world.agenda.cancel(next) };
};
