import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { sealProof } from '../../../src/proof/file/proof-file';
import type { HistoryJson, ProofFile } from '../../../src/proof/file/proof-file';
import { makeProof } from '../../../src/proof/make-proof';
import { historyJson, runOf } from './histories';

/** A proof of a history, as `closeproof proof` makes one. */
export function aProof(json: HistoryJson | string): ProofFile {
  const history = historyFromJSON(typeof json === 'string' ? historyJson(json) : json);
  return sealProof(
    makeProof({
      ...runOf(history),
      history,
      namespace: 'default',
      replay: { kind: 'replays' },
      build: { closeproof: '0.1.0' },
      exportedAt: '2026-11-26T05:00:00.000Z',
    }),
  );
}
