import type { History, HistoryFacts } from '../history-facts';
import type { OrderStory, Reading } from '../reading/reading';
import type { Recorded } from '../recorded';

export type CheckVerdict = 'PASS' | 'FAIL' | 'CANNOT TELL';

/** One question asked of a history, the answer, and the events that prove it. */
export interface CheckResult {
  id: string;
  title: string;
  /** As numbered in docs/invariants.md. */
  invariants: number[];
  verdict: CheckVerdict;
  because: string;
  eventIds: number[];
}

/** Whether the history replays against the workflow code; `notReplayed` where there was nobody to do it. */
export type ReplayVerdict =
  { kind: 'replays' } | { kind: 'differs'; because: string } | { kind: 'notReplayed'; because: string };

/** What the checks look at. */
export interface Evidence {
  /** The run that this is said to be of. */
  workflowId: string;
  runId: string;
  history: History;
  facts: HistoryFacts;
  recorded: readonly Recorded[];
  reading: Reading;
  /** Every order of the close, in the order in which they were sent. */
  orders: readonly OrderStory[];
  replay: ReplayVerdict;
  /** What is wrong with the hashes of a stored file; empty for a history that comes from the server. */
  hashFaults: readonly string[];
}

export type Finding = Pick<CheckResult, 'verdict' | 'because' | 'eventIds'>;

export interface Check extends Omit<CheckResult, keyof Finding> {
  look: (evidence: Evidence) => Finding;
}
