import type { Instant } from '../../domain/exit-decision';
import type { CheckResult } from '../checks/check';
import type { Reading } from '../reading/reading';
import { canonical, sha256 } from './canonical';

export const PROOF_FORMAT = 'closeproof/proof';
export const PROOF_VERSION = 1;

/** The exported evidence of one run of a close. One file, one run. */
export interface ProofFile extends ProofBody {
  integrity: Integrity;
}

export interface ProofBody {
  format: typeof PROOF_FORMAT;
  version: typeof PROOF_VERSION;
  workflowId: string;
  runId: string;
  workflowType: string;
  namespace: string;
  taskQueue: string;
  /** What made it: names and versions. */
  build: Record<string, string>;
  exportedAt: Instant;
  /** The history as proto JSON, as Temporal's own tools write it: it can be replayed. */
  history: HistoryJson;
  /** Our reading of it: recomputed by whoever verifies. */
  reading: Reading;
  checks: CheckResult[];
}

export interface HistoryJson {
  events: Record<string, unknown>[];
}

/** What makes an edit visible. Hashes are SHA-256 in hex, of canonical JSON. */
export interface Integrity {
  historySha256: string;
  /** Of everything in the file but this object. */
  bodySha256: string;
  /** SHA-256 of the bytes of the file before this one in the chain; null: the first, or in no chain. */
  previous: string | null;
  /** Its place in the chain, from 1; null: in no chain. */
  sequence: number | null;
  /** Which key signed it; null: nobody did. */
  keyId: string | null;
  /** Ed25519, base64, over `signedText`. */
  signature: string | null;
}

/** Where a file stands in a chain. */
export type ChainLink = Pick<Integrity, 'previous' | 'sequence'>;

/** Hashes a body, and gives it its place in a chain. Unsigned: a signature is added over `signedText`. */
export function sealProof(body: ProofBody, link: ChainLink = { previous: null, sequence: null }): ProofFile {
  const hashes = { historySha256: sha256(body.history), bodySha256: sha256(body) };
  return { ...body, integrity: { ...hashes, ...link, keyId: null, signature: null } };
}

/** What a signature covers: everything, by its hashes, and the place in the chain. */
export function signedText({ format, version, integrity }: ProofFile): string {
  const { signature: _, ...signed } = integrity;
  return canonical({ format, version, ...signed });
}

/** The file as it is written: canonical JSON and a line's end. Chains go by the hash of exactly these bytes. */
export const serialiseProof = (proof: ProofFile): string => `${canonical(proof)}\n`;

export function bodyOf(proof: ProofFile): ProofBody {
  const { integrity: _, ...body } = proof;
  return body;
}
