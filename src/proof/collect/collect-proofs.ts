import { join } from 'node:path';
import { tsToMs } from '@temporalio/common/lib/time';
import type { Collected, Collection } from '../../domain/collected-proofs';
import type { Instant } from '../../domain/exit-decision';
import { Archive } from '../archive/archive';
import { damageOf } from '../archive/damage';
import type { Holder } from '../archive/lock/holder';
import { takeLock } from '../archive/lock/lock';
import type { Lock } from '../archive/lock/lock';
import { LOCK_NAME } from '../archive/names';
import { readCollectorState, writeCollectorState } from './collector-file';
import type { CollectorState } from './collector-file';
import { exportRuns } from './export-runs';
import type { Exports } from './export-runs';
import { finishedQuery, listFinishedRuns } from './finished-runs';
import type { FinishedRun } from './finished-runs';
import type { CollectPlan, Pass } from './plan';
import { boundsAfter, windowFor } from './window';

/** Gives every finished close of an account its proof, each run once. Alone: one chain has one writer. */
export async function collectProofs(plan: CollectPlan, pass: Pass): Promise<Collected> {
  const taken = await takeLock(join(plan.folder, LOCK_NAME));
  if (taken.kind === 'busy') return { kind: 'busy', because: sayHolder(taken.holder) };
  try {
    return { kind: 'collected', ...(await collect(plan, pass, taken.lock)) };
  } finally {
    await taken.lock.release();
  }
}

async function collect(plan: CollectPlan, pass: Pass, lock: Lock): Promise<Collection> {
  const startedAt = new Date().toISOString();
  const retentionMs = await retentionOf(plan);
  const archive = await Archive.open(plan.folder, lock);
  const state = await readCollectorState(plan.folder);
  const window = windowFor(state, retentionMs, Date.parse(startedAt));
  const listed = await listFinishedRuns(plan.client, finishedQuery(plan.account, window.since), () =>
    pass.onProgress(0),
  );
  const missing = withoutProof(listed, archive);
  const exports = await exportRuns(plan, archive, missing, pass);
  const behind = withoutProof(missing, archive).filter((run) => !exports.lost.includes(run));
  // What ended long ago is left to closeproof verify.
  const damage = window.since === null ? [] : await damageOf(archive, listed);
  const collection = summary(archive, exports, { behind, damage, retentionMs });
  const bounds = boundsAfter(state, window, { startedAt, behind: behind.length, more: exports.more });
  await writeCollectorState(plan.folder, stateAfter(collection, bounds, startedAt));
  return collection;
}

const withoutProof = (listed: readonly FinishedRun[], archive: Archive): FinishedRun[] =>
  listed.filter(({ runId }) => archive.fileOf(runId) === null);

interface Rest {
  behind: readonly FinishedRun[];
  damage: readonly string[];
  retentionMs: number;
}

function summary(archive: Archive, exports: Exports, { behind, damage, retentionMs }: Rest): Collection {
  const { exported, lost, faults, more } = exports;
  const { head } = archive;
  return {
    ...{ exported, more, retentionMs, behind: behind.length, nextDeletionAt: deletionOf(behind, retentionMs) },
    head: head === null ? null : { sequence: head.sequence, sha256: head.sha256 },
    faults: [...archive.faults, ...damage, ...faults],
    lost: lost.map(({ workflowId, runId }) => `${workflowId} ${runId}`),
  };
}

function deletionOf(behind: readonly FinishedRun[], retentionMs: number): Instant | null {
  const ends = behind.map(({ endedAt }) => Date.parse(endedAt));
  return ends.length === 0 ? null : new Date(Math.min(...ends) + retentionMs).toISOString();
}

const stateAfter = (
  { behind, nextDeletionAt, faults, lost }: Collection,
  bounds: Pick<CollectorState, 'completeUntil' | 'sweptAt'>,
  lastPassAt: Instant,
): CollectorState => ({ ...bounds, lastPassAt, behind, nextDeletionAt, faults, lost });

/** How long the namespace keeps what has finished, ms. */
async function retentionOf({ client, namespace }: CollectPlan): Promise<number> {
  const { config } = await client.workflowService.describeNamespace({ namespace });
  return tsToMs(config?.workflowExecutionRetentionTtl);
}

const sayHolder = (holder: Holder | null): string =>
  holder === null
    ? 'another collector has just been at work'
    : `process ${holder.pid} on ${holder.host || 'another machine'} is collecting`;
