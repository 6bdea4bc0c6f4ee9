import { exitDecisionSchema } from './exit-decision';
import type { ExitDecision } from './exit-decision';
import { parseNamed } from './schema-faults';
import type { Fault, Parsed } from './schema-faults';

export type DecisionFault = Fault;
export type ParsedDecision = Parsed<'decision', ExitDecision>;

/** Reads a decision at the door. */
export const parseExitDecision = (candidate: unknown): ParsedDecision =>
  parseNamed('decision', exitDecisionSchema(), candidate);
