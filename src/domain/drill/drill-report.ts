import type { DecimalText } from '../decimal';
import type { DrillPlan } from './drill-plan';

/**
 * `passed`: every stage held. `failed`: one did not. `refused`: nothing was touched. `unfinished`: the close was still
 * running when patience ended, and goes on.
 */
export type DrillVerdict = 'passed' | 'failed' | 'refused' | 'unfinished';

export const DRILL_STAGES = {
  order: 'decision → order at the venue',
  flat: 'order at the venue → flat',
  whole: 'decision → flat',
  venue: 'flat by the venue’s own word',
  history: 'the four markers stand in the history',
} as const;

export type DrillStageName = keyof typeof DRILL_STAGES;

export interface DrillStage {
  stage: DrillStageName;
  held: boolean;
  /** Null where the stage was not reached, and for what is no matter of time. */
  tookMs: number | null;
  objectiveMs: number | null;
  says: string;
}

export interface DrillReport {
  verdict: DrillVerdict;
  /** One sentence for a person. */
  because: string;
  /** As it was ordered; null where it was no plan. */
  plan: DrillPlan | null;
  stages: DrillStage[];
  close: { workflowId: string; runId: string } | null;
  /** What is open of the position still, '0' for nothing; null where the venue did not say. */
  leftOpen: DecimalText | null;
  /** The drill took off again what it had put on and what its close had left. */
  cleared: boolean;
}
