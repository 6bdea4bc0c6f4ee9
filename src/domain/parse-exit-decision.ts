import type { z } from 'zod';
import { exitDecisionSchema } from './exit-decision';
import type { ExitDecision } from './exit-decision';

/** One thing wrong with a decision, by the name of its field. */
export interface DecisionFault {
  field: string;
  problem: string;
}

export type ParsedDecision =
  { ok: true; decision: ExitDecision } | { ok: false; faults: readonly DecisionFault[]; sentence: string };

/** Reads a decision at the door. Every fault is named at once; nothing is dropped, coerced or defaulted. */
export function parseExitDecision(candidate: unknown): ParsedDecision {
  const parsed = exitDecisionSchema.safeParse(candidate, { reportInput: true });
  if (parsed.success) return { ok: true, decision: parsed.data };
  const faults = parsed.error.issues.flatMap(faultsOf);
  return { ok: false, faults, sentence: faults.map(({ field, problem }) => `${field}: ${problem}`).join('; ') };
}

function faultsOf(issue: z.core.$ZodIssue): DecisionFault[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField([...issue.path, key]));
  const field = nameOf(issue.path);
  if (issue.input === undefined) return [{ field, problem: `is missing${remedyFor(issue)}` }];
  return [{ field, problem: issue.message }];
}

const unknownField = (path: PropertyKey[]): DecisionFault => ({ field: nameOf(path), problem: 'is not a known field' });

const nameOf = (path: PropertyKey[]): string => path.map(String).join('.') || 'decision';

const remedyFor = (issue: z.core.$ZodIssue): string =>
  issue.message.startsWith('must') ? ` and ${issue.message}` : '';
