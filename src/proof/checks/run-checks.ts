import { factsOf } from '../history-facts';
import type { History } from '../history-facts';
import { readHistory } from '../read-history';
import type { Reading } from '../reading/reading';
import type { CheckResult, Evidence, ReplayVerdict } from './check';
import { decisionComplete } from './decision-complete';
import { flat } from './flat';
import { intact } from './intact';
import { oneUnresolved } from './one-unresolved';
import { onlyReduces } from './only-reduces';
import { terminal } from './terminal';

export const CHECKS = [decisionComplete, onlyReduces, oneUnresolved, terminal, flat, intact] as const;

export interface CheckRequest {
  workflowId: string;
  runId: string;
  history: History;
  reading: Reading;
  replay: ReplayVerdict;
  hashFaults?: readonly string[];
}

/** The six checks, in their order. Pure: whoever has the history comes to the same verdicts. */
export function runChecks({ hashFaults = [], ...request }: CheckRequest): CheckResult[] {
  const { history, reading } = request;
  const evidence: Evidence = {
    ...request,
    hashFaults,
    facts: factsOf(history),
    recorded: readHistory(history),
    orders: reading.rounds.flatMap(({ orders }) => orders),
  };
  return CHECKS.map(({ look, ...named }) => ({ ...named, ...look(evidence) }));
}

/** One word for all six: FAIL where one fails, CANNOT TELL where one cannot, otherwise PASS. */
export function verdictOf(checks: readonly CheckResult[]): CheckResult['verdict'] {
  const verdicts = checks.map(({ verdict }) => verdict);
  if (verdicts.includes('FAIL')) return 'FAIL';
  return verdicts.includes('CANNOT TELL') ? 'CANNOT TELL' : 'PASS';
}
