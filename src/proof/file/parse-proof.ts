import { z } from 'zod';
import { CLOSE_WORKFLOW } from '../../domain/messages';
import type { CheckResult } from '../checks/check';
import type { Reading } from '../reading/reading';
import { PROOF_FORMAT, PROOF_VERSION } from './proof-file';
import type { ProofFile } from './proof-file';

export type ParsedProof = { ok: true; proof: ProofFile } | { ok: false; because: string };

/** Reads a proof file's text. What is none is refused in one sentence, which names what is wrong. */
export function parseProof(text: string): ParsedProof {
  const content = parseJson(text);
  if (!content.ok) return content;
  const stranger = notOurs(content.value);
  if (stranger !== null) return { ok: false, because: stranger };
  const parsed = proofSchema.safeParse(content.value);
  if (parsed.success) return { ok: true, proof: parsed.data };
  return { ok: false, because: `it is not a whole proof: ${parsed.error.issues.map(sayIssue).join('; ')}` };
}

/** A file that ends before its JSON does was cut off while it was written or copied. */
function parseJson(text: string): { ok: true; value: unknown } | { ok: false; because: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    if (text.trim() === '') return { ok: false, because: 'it is empty' };
    const isCut = text.startsWith('{') && !text.trimEnd().endsWith('}');
    return {
      ok: false,
      because: isCut ? `it is half a proof, cut off after ${text.length} characters` : notJson(error),
    };
  }
}

const notJson = (error: unknown): string => `it is not JSON: ${(error as Error).message}`;

/** Said before the fields are looked at: of a stranger's file, or another version's, they are not the fault. */
function notOurs(value: unknown): string | null {
  const { format, version, workflowType } = (value ?? {}) as Record<string, unknown>;
  if (format !== PROOF_FORMAT) return `it is not a proof: its format is ${String(format)}, not ${PROOF_FORMAT}`;
  if (version !== PROOF_VERSION) return wrongVersion(version);
  if (workflowType === CLOSE_WORKFLOW) return null;
  return `it is the history of a ${String(workflowType)}, and proofs are of a ${CLOSE_WORKFLOW}`;
}

function wrongVersion(version: unknown): string {
  if (typeof version !== 'number') return `it does not say which version of the format it has`;
  return version < PROOF_VERSION
    ? `it has version ${version} of the format, which this closeproof (${PROOF_VERSION}) no longer reads`
    : `it has version ${version} of the format; this closeproof reads ${PROOF_VERSION}: take a newer one`;
}

const sayIssue = ({ path, message }: z.core.$ZodIssue): string => `${path.join('.') || 'the file'}: ${message}`;

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hex');

/** The reading is not looked into: it is compared, whole, with what the history gives. */
const reading = z.custom<Reading>((value) => typeof value === 'object' && value !== null, 'must be an object');

const check = z.strictObject({
  id: z.string(),
  title: z.string(),
  invariants: z.array(z.number().int()),
  verdict: z.enum(['PASS', 'FAIL', 'CANNOT TELL']),
  because: z.string(),
  eventIds: z.array(z.number().int()),
}) satisfies z.ZodType<CheckResult>;

const integrity = z.strictObject({
  historySha256: hash,
  bodySha256: hash,
  previous: hash.nullable(),
  sequence: z.number().int().positive().nullable(),
  keyId: z.string().nullable(),
  signature: z.base64().nullable(),
});

const proofSchema = z.strictObject({
  format: z.literal(PROOF_FORMAT),
  version: z.literal(PROOF_VERSION),
  workflowId: z.string().min(1),
  runId: z.string().min(1),
  workflowType: z.literal(CLOSE_WORKFLOW),
  namespace: z.string(),
  taskQueue: z.string(),
  build: z.record(z.string(), z.string()),
  exportedAt: z.iso.datetime(),
  history: z.strictObject({ events: z.array(z.record(z.string(), z.unknown())).min(1) }),
  reading,
  checks: z.array(check),
  integrity,
}) satisfies z.ZodType<ProofFile>;
