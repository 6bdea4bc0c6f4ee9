import type { DeadManMode, DeadManPhase } from '../../domain/dead-man/dead-man';
import type { Instant } from '../../domain/exit-decision';

/** The dead man's switch, as this monitor knows it. */
export interface DeadManView {
  /** This monitor's setting. `off`: it takes no part. */
  mode: DeadManMode | 'off';
  timeoutMs: number;
  /** What the switch said last; null: not known. */
  state: Exclude<DeadManPhase, 'left'> | null;
  says: string;
  /** The last heartbeat that Temporal took. */
  lastBeatAt: Instant | null;
  lastBeatAgeMs: number | null;
  /** Why none goes out now. */
  trouble: string | null;
  /** Who would run the switch if this monitor died: nobody. */
  warning: string | null;
}
