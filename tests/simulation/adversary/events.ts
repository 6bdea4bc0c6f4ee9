import { START_MS } from '../../support/close-fixtures';
import type { Chance } from '../time/chance';
import type { Stage } from '../runs/stage';
import { accountDeeds } from './account-deeds';
import { fleetDeeds } from './fleet-deeds';
import { peopleDeeds } from './people-deeds';
import type { Place } from './resting';
import { venueDeeds } from './venue-deeds';

/** Something that happens to the world, whatever the close is doing. */
export interface PlannedEvent {
  readonly atMs: number;
  readonly what: string;
  readonly happen: (stage: Stage) => void;
}

export interface Deed {
  readonly what: string;
  readonly happen: (stage: Stage) => void;
}

/** Makes one deed, with its own numbers. */
export type DeedMaker = (chance: Chance, place: Place) => Deed;

const MAKERS: readonly DeedMaker[] = [
  ...accountDeeds,
  ...accountDeeds,
  ...venueDeeds,
  ...peopleDeeds,
  ...peopleDeeds,
  ...fleetDeeds,
];

/** A close takes a second when all is well: most things happen within that. */
const momentOf = (chance: Chance, healAtMs: number): number =>
  START_MS + Math.min(chance.odds(0.7) ? chance.span(1, 5_000) : chance.span(1_000, 600_000), healAtMs - START_MS);

export const makeEvents = (chance: Chance, place: Place, healAtMs: number): PlannedEvent[] =>
  chance.times(chance.pick([0, 0, 1, 1, 2, 3, 5]), () => ({
    atMs: momentOf(chance, healAtMs),
    ...chance.pick(MAKERS)(chance, place),
  }));
