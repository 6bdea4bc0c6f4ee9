import type { ReplayVerdict } from '../checks/check';
import type { ProofFile } from '../file/proof-file';
import { replayEach } from '../replay-each';
import type { Played } from '../replay-each';
import { judgeChains } from './chains';
import type { Judged } from './chains';
import { findFiles } from './find-files';
import type { FoundFiles } from './find-files';
import { finding, verdictOf, worst } from './finding';
import type { FileFindings, VerifyPlan } from './finding';
import { openProof } from './open-proof';
import { weigh } from './weigh';

/** What there is to say of a file, or of a folder of them. */
export interface Verification extends Judged {
  files: FileFindings[];
  /** Half-written files of a killed collector. */
  drafts: string[];
  verdict: FileFindings['findings'][number]['verdict'];
}

/**
 * Verifies proofs without a server and without a network. Trusts nothing but the public key and the head that it was given:
 * each file is opened, its history played against the workflow code, its reading and checks made anew, its place in the chain
 * compared.
 */
export async function verify(path: string, plan: VerifyPlan): Promise<Verification> {
  const found = await findFiles(path);
  const files = [...(await examineAll(found.files, plan)), ...found.unread.map(unread)];
  const judged = await judgeChains(path, files, plan.expectedHead);
  const whole = [...judged.chains.map((chain) => chain.finding), ...(judged.anchor === null ? [] : [judged.anchor])];
  const verdict = worst([...files.map(verdictOf), ...whole.map((one) => one.verdict)]);
  return { files, drafts: found.drafts, ...judged, verdict };
}

async function examineAll(paths: readonly string[], plan: VerifyPlan): Promise<FileFindings[]> {
  const files: FileFindings[] = [];
  for await (const { thing, verdict } of replayEach(plan.replay, openEach(paths, plan, files)))
    conclude(thing, verdict, plan);
  return files;
}

interface Opening {
  file: FileFindings;
  proof: ProofFile;
}

/** Opens one after the other, as they are wanted: ten thousand are never in memory at once. */
async function* openEach(
  paths: readonly string[],
  { publicKey, onProgress }: VerifyPlan,
  files: FileFindings[],
): AsyncGenerator<Played<Opening>, void> {
  for (const path of paths) {
    const { file, evidence } = await openProof(path, publicKey);
    files.push(file);
    onProgress(files.length, paths.length);
    if (evidence === null) continue;
    const { proof, history } = evidence;
    yield { thing: { file, proof }, workflowId: proof.workflowId, history };
  }
}

function conclude({ file, proof }: Opening, replay: ReplayVerdict, { build }: VerifyPlan): void {
  const { findings, checks } = weigh(proof, replay, build);
  file.findings.push(...findings);
  file.checks = checks;
}

const unread = ({ path, because }: FoundFiles['unread'][number]): FileFindings => ({
  ...{ path, about: null, checks: [] },
  findings: [finding('file', 'CANNOT TELL', because)],
});
