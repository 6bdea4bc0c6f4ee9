import type { CheckResult, ReplayVerdict } from './checks/check';
import { runChecks } from './checks/run-checks';
import { canonical, sha256 } from './file/canonical';
import { historyIn } from './file/history-json';
import { bodyOf } from './file/proof-file';
import type { ProofFile } from './file/proof-file';
import { readProof } from './reading/read-proof';

/** What a stored proof is worth, found out anew from its history. */
export interface Examined {
  /** Recomputed: the stored ones are only compared with these. */
  checks: CheckResult[];
  /** What in the file is not what its history gives, or not what its hashes say. */
  faults: string[];
}

/** Trusts nothing in the file but its history, and that only as far as hashes and replay bear it out. Throws `UnreadableHistory`. */
export function examineProof(proof: ProofFile, replay: ReplayVerdict): Examined {
  const { workflowId, runId } = proof;
  const history = historyIn(proof);
  const reading = readProof(history);
  const hashFaults = hashFaultsOf(proof);
  const checks = runChecks({ workflowId, runId, history, reading, replay, hashFaults });
  const faults = [
    ...hashFaults,
    ...(canonical(reading) === canonical(proof.reading) ? [] : ['its reading is not what its history tells']),
    ...checks.flatMap((check) => differs(check, proof.checks)),
    ...(checks.length === proof.checks.length
      ? []
      : [`it has ${proof.checks.length} checks, and there are ${checks.length}`]),
  ];
  return { checks, faults };
}

/** By the verdict: the words may be those of another build. */
function differs({ id, verdict }: CheckResult, stored: readonly CheckResult[]): string[] {
  const before = stored.find((check) => check.id === id)?.verdict;
  return before === verdict ? [] : [`its check ${id} says ${before ?? 'nothing'}, and its history says ${verdict}`];
}

/** Each a sentence; empty where the hashes are those of the content. */
export function hashFaultsOf(proof: ProofFile): string[] {
  const { historySha256, bodySha256 } = proof.integrity;
  return [
    ...(sha256(proof.history) === historySha256 ? [] : ['the history is not the one that was hashed']),
    ...(sha256(bodyOf(proof)) === bodySha256 ? [] : ['the file is not the one that was hashed']),
  ];
}
