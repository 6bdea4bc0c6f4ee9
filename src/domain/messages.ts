import type { CloseProgress } from './close-progress';
import type { CloseResult } from './close-result';
import type { StopRequest } from './close-effects';
import type { ExitDecision } from './exit-decision';
import type { FlattenProgress } from './flatten/flatten-progress';
import type { FlattenRequest } from './flatten/flatten-request';
import type { FlattenResult } from './flatten/flatten-result';
import type { CloseTarget } from './names';

export const CLOSE_WORKFLOW = 'CloseWorkflow';
export const GHOST_WATCH_WORKFLOW = 'GhostWatchWorkflow';
export const FLATTEN_WORKFLOW = 'FlattenWorkflow';
export const DEAD_MAN_WORKFLOW = 'DeadManWorkflow';
export const DRILL_WORKFLOW = 'DrillWorkflow';
export const COLLECT_PROOFS_WORKFLOW = 'CollectProofsWorkflow';

/** What may be said to a running close, and asked of it. */
export const SIGNALS = { exitRequested: 'exitRequested', manualClose: 'manualClose', release: 'release' } as const;
export const QUERIES = { closeStatus: 'closeStatus' } as const;

/** An operator's close: the decision made in their name. It starts a close, or joins and wakes the running one. */
export interface ManualClose {
  operator: string;
  reason: string;
  decision: ExitDecision;
}

/** An operator takes a held close over by hand: it stops sending at the next point where nothing is in flight. */
export type Release = StopRequest;

/** A message that was not what its name promises: recorded, and answered by nothing else. */
export interface RefusedMessage {
  signal: string;
  because: string;
}

export interface CloseStatus {
  target: CloseTarget | null;
  asked: ExitDecision[];
  progress: CloseProgress | null;
  stop: StopRequest | null;
  refusedMessages: RefusedMessage[];
  result: CloseResult | null;
}

/** What may be said to a running flatten, and asked of it. */
export const FLATTEN_SIGNALS = { flattenRequested: 'flattenRequested', stopFlatten: 'stopFlatten' } as const;
export const FLATTEN_QUERIES = { flattenStatus: 'flattenStatus' } as const;

export interface FlattenStatus {
  /** The first started it; each later one joined it, and may have widened its scope. */
  asked: FlattenRequest[];
  progress: FlattenProgress | null;
  stop: StopRequest | null;
  refusedMessages: RefusedMessage[];
  result: FlattenResult | null;
}
