import type { Field } from '../field/field';
import type { OpenClose } from '../field/open-close';

/** One thing that goes wrong on real processes, with a sentence for a name. */
export interface Scenario {
  readonly name: string;
  /** What bounds the time from a worker being back to flat. */
  readonly boundedBy: string;
  /** How long that may take; ten seconds unless a reason is given in `boundedBy`. */
  readonly withinMs?: number;
  /** Plays it up to where everything is in order again and the closes go on by themselves. */
  readonly play: (field: Field) => Promise<Played>;
}

export interface Played {
  closes: OpenClose[];
  /** When things went wrong, and when everything that a close needs was there again. */
  brokenAtMs: number;
  mendedAtMs: number;
  /** What the scenario still wants to see once the closes have finished; throws what it did not see. More closes are judged too. */
  afterwards?: () => Promise<OpenClose[]>;
}
