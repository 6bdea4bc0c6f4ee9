import type { World } from '../world';

/** Lets everything happen that was due by now, each at its own moment: nothing happens between two looks. */
export const catchUp = (world: World): void => {
  const now = world.now();
  for (let due = world.agenda.takeDue(now); due; due = world.agenda.takeDue(now)) world.clock.during(due.at, due.run);
};
