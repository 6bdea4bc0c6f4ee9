import type { CloseResult } from '../close-result';
import type { DecimalText } from '../decimal';
import type { ExitDecision, Side } from '../exit-decision';
import type { CloseTarget } from '../names';
import type { Position } from '../position';
import type { DrillPlan } from './drill-plan';

/** What stands where the drill is to be held. */
export type DrillSurvey =
  | { kind: 'clear'; side: Side; quantity: DecimalText }
  | { kind: 'holding'; position: Position }
  | { kind: 'refused'; because: string }
  | { kind: 'unreadable'; because: string };

export type Opening = { kind: 'open'; position: Position } | { kind: 'failed'; because: string };

/** The decision of a drill, and the moment it was made by the venue's clock, ms: an estimate, good to half a round trip. */
export interface PublishedExit {
  decision: ExitDecision;
  venueAtMs: number;
}

export interface StartedClose {
  workflowId: string;
  runId: string;
}

export type DrillClose =
  | ({ kind: 'finished'; result: CloseResult } & StartedClose)
  | ({ kind: 'running' } & StartedClose)
  /** It could not be started, or was ended from outside. */
  | { kind: 'lost'; because: string };

/** What the venue and the history say afterwards. Times by the venue's clock, ms. */
export type DrillEvidence =
  | {
      kind: 'read';
      /** The first execution of the close's orders: they are market orders, which execute when they arrive. */
      orderAtMs: number | null;
      /** '0' is flat. */
      openQuantity: DecimalText;
      markers: string[];
    }
  | { kind: 'unreadable'; because: string };

export interface EvidenceRequest {
  target: CloseTarget;
  close: Exclude<DrillClose, { kind: 'lost' }>;
  sinceMs: number;
}

/** The world as `runDrill` meets it: activities and a child workflow. None of them throws. */
export interface DrillEffects {
  survey(plan: DrillPlan): Promise<DrillSurvey>;
  putOn(target: CloseTarget, quantity: DecimalText): Promise<Opening>;
  publishExit(plan: DrillPlan, position: Position): Promise<PublishedExit>;
  close(decision: ExitDecision, patienceMs: number): Promise<DrillClose>;
  readEvidence(request: EvidenceRequest): Promise<DrillEvidence>;
  /** Takes off what the drill put on; what is open after it, null where the venue did not say. */
  takeOff(target: CloseTarget, quantity: DecimalText): Promise<DecimalText | null>;
}
