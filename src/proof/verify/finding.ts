import type { KeyObject } from 'node:crypto';
import type { CheckResult, CheckVerdict } from '../checks/check';
import type { Link } from '../chain/judge-chain';
import type { Replay } from '../replay-each';

/** What is asked of a file, in this order. */
export type Question = 'file' | 'hashes' | 'signature' | 'replay' | 'contents' | 'checks' | 'chain';

export interface Finding {
  question: Question;
  verdict: CheckVerdict;
  because: string;
}

/** What is found of one file. */
export interface FileFindings {
  path: string;
  /** Null: it is no whole proof. */
  about: About | null;
  findings: Finding[];
  /** The close's checks, as they are recomputed here. */
  checks: CheckResult[];
}

export interface About {
  workflowId: string;
  outcome: string;
  keyId: string | null;
  link: Link;
}

/** What a stranger brings along, and what they judge by. */
export interface VerifyPlan {
  /** Null: signatures are not looked at. */
  publicKey: KeyObject | null;
  /** SHA-256 of a chain's head, as somebody noted it earlier; null: nobody did. */
  expectedHead: string | null;
  replay: Replay;
  /** What verifies: another build reads a history in other words. */
  build: Record<string, string>;
  onProgress: (done: number, total: number) => void;
}

export const finding = (question: Question, verdict: CheckVerdict, because: string): Finding => ({
  question,
  verdict,
  because,
});

/** FAIL outweighs CANNOT TELL, and that PASS. */
export function worst(verdicts: readonly CheckVerdict[]): CheckVerdict {
  if (verdicts.includes('FAIL')) return 'FAIL';
  return verdicts.includes('CANNOT TELL') ? 'CANNOT TELL' : 'PASS';
}

export const verdictOf = ({ findings }: Pick<FileFindings, 'findings'>): CheckVerdict =>
  worst(findings.map(({ verdict }) => verdict));
