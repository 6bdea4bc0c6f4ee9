import type { CheckResult, ReplayVerdict } from '../checks/check';
import { verdictOf as verdictOfChecks } from '../checks/run-checks';
import { examineProof, hashFaultsOf } from '../examine-proof';
import type { ProofFile } from '../file/proof-file';
import { finding } from './finding';
import type { Finding, VerifyPlan } from './finding';

export interface Weighed {
  findings: Finding[];
  checks: CheckResult[];
}

/** What a proof is worth once its history has been played: reading and checks are made anew, and compared with its own. */
export function weigh(proof: ProofFile, replay: ReplayVerdict, build: VerifyPlan['build']): Weighed {
  const judged = replay.kind === 'differs' && !isSame('workflows', proof, build) ? otherCode(proof, replay) : replay;
  try {
    const { checks, faults } = examineProof(proof, judged);
    const contents = faults.filter((fault) => !hashFaultsOf(proof).includes(fault));
    return {
      checks,
      findings: [replayFinding(judged), contentsFinding(proof, contents, build), checksFinding(checks)],
    };
  } catch (error) {
    return { checks: [], findings: [replayFinding(judged), finding('contents', 'FAIL', (error as Error).message)] };
  }
}

const isSame = (part: string, proof: ProofFile, build: VerifyPlan['build']): boolean =>
  proof.build[part] !== undefined && proof.build[part] === build[part];

const otherCode = (proof: ProofFile, { because }: { because: string }): ReplayVerdict => ({
  kind: 'notReplayed',
  because: `it does not replay here, and was made by other workflow code, ${proof.build['workflows'] ?? 'which it does not name'} of closeproof ${proof.build['closeproof'] ?? '?'}: verify it with that (${because})`,
});

function replayFinding(replay: ReplayVerdict): Finding {
  if (replay.kind === 'replays') return finding('replay', 'PASS', 'the workflow code does again what its history says');
  const verdict = replay.kind === 'differs' ? 'FAIL' : 'CANNOT TELL';
  return finding('replay', verdict, replay.because);
}

/** Another build says the same in other words: then what it says here counts, which the checks below do. */
function contentsFinding(proof: ProofFile, faults: readonly string[], build: VerifyPlan['build']): Finding {
  if (faults.length === 0) return finding('contents', 'PASS', 'reading and checks are those of its history');
  if (isSame('proof', proof, build)) return finding('contents', 'FAIL', faults.join('; '));
  return finding('contents', 'PASS', 'it was read by another build: reading and checks are made anew here');
}

function checksFinding(checks: readonly CheckResult[]): Finding {
  const open = checks.filter(({ verdict }) => verdict !== 'PASS');
  const says = open.map(({ id, verdict, because }) => `${id} ${verdict}: ${because}`).join('; ');
  return finding('checks', verdictOfChecks(checks), says || `${checks.length} of ${checks.length} hold`);
}
