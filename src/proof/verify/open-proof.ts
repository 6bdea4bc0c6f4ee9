import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { signatureFault } from '../chain/sign-proof';
import { hashFaultsOf } from '../examine-proof';
import { sha256 } from '../file/canonical';
import { historyIn } from '../file/history-json';
import { parseProof } from '../file/parse-proof';
import { serialiseProof } from '../file/proof-file';
import type { ProofFile } from '../file/proof-file';
import type { History } from '../history-facts';
import { wordsFor } from './find-files';
import { finding } from './finding';
import type { FileFindings, Finding } from './finding';

/** A file, looked at by itself; what is left to ask of it needs its history, or its chain. */
export interface Opened {
  file: FileFindings;
  /** Null: there is nothing to replay. */
  evidence: { proof: ProofFile; history: History } | null;
}

/** Reads one file. Whatever stands in it, the answer is findings: a stranger's file is no reason to stop. */
export async function openProof(path: string, publicKey: KeyObject | null): Promise<Opened> {
  const read = await readText(path);
  if (!read.ok) return closed(path, [finding('file', 'CANNOT TELL', read.because)]);
  const parsed = parseProof(read.text);
  if (!parsed.ok) return closed(path, [finding('file', 'FAIL', parsed.because)]);
  const { proof } = parsed;
  const findings = [fileFinding(proof, read.text), hashFinding(proof), ...signatureFindings(proof, publicKey)];
  const file = { path, about: aboutOf(path, proof, read.text), findings, checks: [] };
  try {
    return { file, evidence: { proof, history: historyIn(proof) } };
  } catch (error) {
    findings.push(finding('replay', 'FAIL', (error as Error).message));
    return { file, evidence: null };
  }
}

const closed = (path: string, findings: Finding[]): Opened => ({
  file: { path, about: null, findings, checks: [] },
  evidence: null,
});

async function readText(path: string): Promise<{ ok: true; text: string } | { ok: false; because: string }> {
  try {
    return { ok: true, text: await readFile(path, 'utf8') };
  } catch (error) {
    return { ok: false, because: wordsFor(error as NodeJS.ErrnoException) };
  }
}

/** Also against a name that stands twice in the JSON, of which a reader sees one. */
const fileFinding = (proof: ProofFile, text: string): Finding =>
  text === serialiseProof(proof)
    ? finding('file', 'PASS', 'it is a whole proof')
    : finding('file', 'FAIL', 'its bytes are not as a proof is written: something has changed or reformatted them');

function hashFinding(proof: ProofFile): Finding {
  const faults = hashFaultsOf(proof);
  return finding(
    'hashes',
    faults.length === 0 ? 'PASS' : 'FAIL',
    faults.join('; ') || 'its hashes are those of its content',
  );
}

/** Without a public key nothing is said: the summary says so once. */
function signatureFindings(proof: ProofFile, publicKey: KeyObject | null): Finding[] {
  if (publicKey === null) return [];
  const fault = signatureFault(proof, publicKey);
  return [
    finding(
      'signature',
      fault === null ? 'PASS' : 'FAIL',
      fault ?? `it is signed by key ${String(proof.integrity.keyId)}`,
    ),
  ];
}

function aboutOf(path: string, proof: ProofFile, text: string): FileFindings['about'] {
  const { workflowId, runId, reading, integrity } = proof;
  const { sequence, previous, keyId } = integrity;
  const outcome = reading.result?.outcome ?? reading.ending?.kind ?? 'unknown';
  return { workflowId, outcome, keyId, link: { path, sha256: sha256(text), runId, sequence, previous } };
}
