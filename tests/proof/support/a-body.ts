import type { ProofBody } from '../../../src/proof/file/proof-file';
import { readProof } from '../../../src/proof/reading/read-proof';
import { historyJson, historyOf } from './histories';

/** The body of a proof, as it was made once. */
export function aBody(name: string): ProofBody {
  const reading = readProof(historyOf(name));
  return {
    format: 'closeproof/proof',
    version: 1,
    workflowId: reading.workflowId,
    runId: '01a21619-7842-7e08-9229-bb0caa4824a4',
    workflowType: 'CloseWorkflow',
    namespace: 'default',
    taskQueue: 'close-main',
    build: { closeproof: '0.1.0' },
    exportedAt: '2026-11-26T05:00:00.000Z',
    history: historyJson(name),
    reading,
    checks: [],
  };
}
