import { proxyActivities, setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities';
import { standingAfter, WELL } from '../src/domain/collected-proofs';
import type { Collected, ProofsStanding } from '../src/domain/collected-proofs';
import { TIMES } from '../src/domain/times';

/** A backlog of any size is worked off by pass after pass; the schedule's next run goes on from there. */
const PASSES_MAX = 20;

// Whoever dies at it has written whole proofs and nothing else: it may be tried again. A bug of ours is told after some tries.
const { collectProofs } = proxyActivities<Pick<Activities, 'collectProofs'>>({
  summary: 'export the proofs of finished closes',
  startToCloseTimeout: TIMES.collectProofs,
  heartbeatTimeout: TIMES.collectHeartbeat,
  retry: { initialInterval: TIMES.pauseFirst, maximumInterval: TIMES.pauseMax, maximumAttempts: 5 },
});

const { alertProofs } = proxyActivities<Pick<Activities, 'alertProofs'>>({
  summary: 'tell the operator how the proofs stand',
  startToCloseTimeout: TIMES.alertOperator,
  retry: { maximumAttempts: 3 },
});

export interface CollectProofsResult {
  exported: number;
  last: Collected;
  /** What the next run of the schedule begins from: it alerts where this changes. */
  standing: ProofsStanding;
}

/** Collects the proofs of an account's finished closes, and calls a person when that gets into trouble, or out of it. */
export async function CollectProofsWorkflow(): Promise<CollectProofsResult> {
  const before = standingBefore();
  const { exported, last } = await collectAll();
  const standing = standingAfter(last, before, Date.now());
  setCurrentDetails(`${exported} proofs written\n\n${standing.says}`);
  if (standing.state !== before.state) await alertProofs(standing).catch(() => undefined);
  return { exported, last, standing };
}

/** A schedule hands each run the last result. */
const standingBefore = (): ProofsStanding =>
  (workflowInfo().lastResult as CollectProofsResult | undefined)?.standing ?? WELL;

async function collectAll(): Promise<Pick<CollectProofsResult, 'exported' | 'last'>> {
  let exported = 0;
  for (let pass = 1; ; pass += 1) {
    const last = await collectOnce();
    if (last.kind !== 'collected') return { exported, last };
    exported += last.exported;
    if (!last.more || pass === PASSES_MAX) return { exported, last };
  }
}

const collectOnce = (): Promise<Collected> =>
  collectProofs().catch((error: Error): Collected => ({ kind: 'failed', because: causeOf(error) }));

/** Temporal wraps what went wrong in an activity; the innermost message is the one that says something. */
const causeOf = ({ cause, message }: Error): string => (cause instanceof Error ? causeOf(cause) : message);
