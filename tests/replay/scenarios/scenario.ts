import type { CloseproofProcess } from '../../../scripts/local-stack/closeproof-process';
import type { Rehearsal } from '../../support/rehearsal';

/** Where scenarios are played, one after the other, each on a fresh venue. */
export interface Stage {
  on: Rehearsal;
  /** The worker that runs; a scenario that kills it puts another here. */
  worker: CloseproofProcess;
}

/** One run of a workflow: what a history belongs to. */
export interface Run {
  workflowId: string;
  runId: string;
}

/** Something that happens to closes, whose history is kept so that every later build must replay it. */
export interface Scenario {
  /** Also of the file that its history is kept in. */
  name: string;
  mode?: 'one-way' | 'hedge';
  /** After how many events the server suggests to continue as new; its own 4,096 where absent. */
  suggestContinueAsNewAt?: number;
  /** Resolves when the history may be taken: mostly once the workflow has finished. */
  play(stage: Stage): Promise<Run>;
}
