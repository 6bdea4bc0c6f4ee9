/** The venue's time. What was due earlier is carried out as of its own moment, however late somebody looks. */
export interface Clock {
  readonly now: () => number;
  /** The time of whoever looks. */
  readonly outside: () => number;
  /** While `work` runs it is `moment`. */
  readonly during: (moment: number, work: () => void) => void;
}

export const makeClock = (outside: () => number): Clock => {
  let held: number | undefined;
  return {
    now: () => held ?? outside(),
    outside,
    during: (moment, work) => {
      const before = held;
      held = moment;
      try {
        work();
      } finally {
        held = before;
      }
    },
  };
};
