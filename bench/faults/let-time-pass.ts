import { catchUp } from '../../src/paper/engine/time/catch-up';
import type { Stage } from '../../tests/simulation/runs/stage';

const EVERY = 600_000;
/** Past the latest moment at which a run of the simulation is over. */
const TIMES = 36;

/**
 * The virtual clock stands still when nobody has an appointment. With these it goes on after a policy has ended, so that
 * what the venue still had to do is done, and what was left open is open for some time.
 */
export function letTimePass({ clock, venue }: Stage): void {
  for (let time = 1; time <= TIMES; time += 1) clock.after(time * EVERY, () => catchUp(venue.world));
}
