import type { Instant } from '../domain/exit-decision';
import type { ReplayVerdict } from './checks/check';
import { runChecks } from './checks/run-checks';
import { historyJsonOf } from './file/history-json';
import type { ProofBody } from './file/proof-file';
import { factsOf } from './history-facts';
import type { History } from './history-facts';
import { readProof } from './reading/read-proof';

export interface ProofRequest {
  workflowId: string;
  runId: string;
  namespace: string;
  history: History;
  replay: ReplayVerdict;
  build: Record<string, string>;
  exportedAt: Instant;
}

/** The body of a proof: the history, our reading of it, and the six checks. Throws `UnreadableHistory`. */
export function makeProof({ history, replay, ...about }: ProofRequest): ProofBody {
  const reading = readProof(history);
  const { workflowId, runId } = about;
  const { workflowType, taskQueue } = factsOf(history);
  return {
    format: 'closeproof/proof',
    version: 1,
    ...about,
    ...{ workflowType, taskQueue },
    history: historyJsonOf(history),
    reading,
    checks: runChecks({ workflowId, runId, history, reading, replay }),
  };
}
