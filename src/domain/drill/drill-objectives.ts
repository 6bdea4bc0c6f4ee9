/** What a fire drill holds a close to, ms. One file, each with its reason; `--objective` changes one for one drill. */
export interface DrillObjectives {
  order: number;
  flat: number;
  whole: number;
}

export const DRILL_OBJECTIVES: DrillObjectives = {
  /** Decision → order at the venue. The send budget: an order that takes longer is not signed, and the position is read anew. */
  order: 2_000,
  /** Order at the venue → flat read there. A market order executes at once, so this is a look-up and a reading, with one retry of each. */
  flat: 2_000,
  /** Decision → flat. Less than a worker's death costs (a heartbeat and the fence, about 7 s): a drill that meets one must show it. */
  whole: 4_000,
};

export const OBJECTIVE_NAMES = ['order', 'flat', 'whole'] as const satisfies readonly (keyof DrillObjectives)[];

/** How long a drill waits for its close before it is reported as unfinished, ms. The close goes on all the same. */
export const DRILL_PATIENCE = 60_000;

/** A drill that no worker has taken up within this long, ms, is not held: whoever ordered it no longer watches. */
export const DRILL_START_WITHIN = 30_000;
