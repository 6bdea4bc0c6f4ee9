import { sameBuild } from './build';
import type { Build } from './build';
import type { Standing } from './standing';

/**
 * What a worker of a build makes of how things stand at its queue.
 * `current`: closes come to it. `waiting`: they go to another build, which is there. `orphaned`: they go to a build of which
 * no worker is left. `rampOrphaned`: that is so for a share of them, while ours is current. `unseen`: not even we are in the
 * list of workers, so that nobody's absence from it means anything.
 */
export type Stand = 'current' | 'waiting' | 'orphaned' | 'rampOrphaned' | 'unseen';

export function judgeStanding(mine: Build, { current, ramping, atWork }: Standing): Stand {
  const isThere = (build: Build): boolean => atWork.some((other) => sameBuild(build, other));
  if (!isThere(mine)) return 'unseen';
  if (!sameBuild(mine, current)) return isThere(current) ? 'waiting' : 'orphaned';
  return ramping === null || isThere(ramping.build) ? 'current' : 'rampOrphaned';
}
