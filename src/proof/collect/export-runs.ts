import type { Archive } from '../archive/archive';
import { signProof } from '../chain/sign-proof';
import type { ReplayVerdict } from '../checks/check';
import { sealProof, serialiseProof } from '../file/proof-file';
import type { History } from '../history-facts';
import { makeProof } from '../make-proof';
import { replayEach } from '../replay-each';
import { fetchHistories } from './fetch-histories';
import type { FinishedRun } from './finished-runs';
import type { CollectPlan, Pass } from './plan';

/** The head is written after so many proofs, and at the end: it costs as much as a proof, and can be found without. */
const HEAD_EVERY = 16;

export interface Exports {
  exported: number;
  /** Deleted before they had a proof. */
  lost: FinishedRun[];
  faults: string[];
  /** It stopped for time. */
  more: boolean;
}

/** Writes the proofs of these runs, one after the other: each names the hash of the one before it. */
export async function exportRuns(
  plan: CollectPlan,
  archive: Archive,
  runs: readonly FinishedRun[],
  pass: Pass,
): Promise<Exports> {
  const exports: Exports = { exported: 0, lost: [], faults: [], more: false };
  if (runs.length === 0) return exports;
  try {
    for await (const { thing, verdict } of replayEach(plan.replay, pace(plan, runs, pass, exports)))
      await exportOne(plan, archive, { ...thing, verdict }, exports, pass);
  } catch (error) {
    if (!(error instanceof CannotWrite)) throw error;
    exports.faults.push(`no proof can be written: ${error.message}`);
  } finally {
    await archive.saveHead();
  }
  return exports;
}

class CannotWrite extends Error {}

interface Known {
  run: FinishedRun;
  history: History;
}

/** Hands the runs to the replaying worker until there is no more time. */
async function* pace({ client }: CollectPlan, runs: readonly FinishedRun[], pass: Pass, exports: Exports) {
  const untilMs = Date.now() + pass.budgetMs;
  for await (const { run, history } of fetchHistories(client, runs)) {
    exports.more = pass.signal.aborted || Date.now() > untilMs;
    if (exports.more) return;
    if (history === null) exports.lost.push(run);
    else yield { thing: { run, history }, workflowId: run.workflowId, history };
  }
}

async function exportOne(
  plan: CollectPlan,
  archive: Archive,
  known: Known & { verdict: ReplayVerdict },
  exports: Exports,
  pass: Pass,
): Promise<void> {
  const text = compose(plan, archive, known, exports);
  if (text === null) return;
  await write(archive, known.run, text);
  exports.exported += 1;
  if (exports.exported % HEAD_EVERY === 0) await archive.saveHead();
  pass.onProgress(exports.exported);
}

/** Null where the history cannot be read: that keeps no other run from its proof. */
function compose(
  { namespace, build, signer }: CollectPlan,
  archive: Archive,
  { run, history, verdict: replay }: Known & { verdict: ReplayVerdict },
  exports: Exports,
): string | null {
  const { workflowId, runId } = run;
  try {
    const exportedAt = new Date().toISOString();
    const body = makeProof({ workflowId, runId, namespace, history, replay, build, exportedAt });
    const sealed = sealProof(body, archive.next);
    return serialiseProof(signer === null ? sealed : signProof(sealed, signer));
  } catch (error) {
    exports.faults.push(`${workflowId} ${runId} has no proof: ${(error as Error).message}`);
    return null;
  }
}

async function write(archive: Archive, { runId, endedAt }: FinishedRun, text: string): Promise<void> {
  const written = await archive.append({ runId, endedAt, text }).catch((error: Error) => {
    throw new CannotWrite(error.message);
  });
  if (!written) throw new CannotWrite('another collector has taken the lock: this one stood still for too long');
}
