import type { CloseProgress } from '../../domain/close-progress';
import type { CloseResult } from '../../domain/close-result';
import type { Side } from '../../domain/exit-decision';
import type { CloseView } from '../views';
import type { ListedClose } from './listed-close';
import { NOT_BEGUN, stepsOf } from './steps-of';

/** What a close says of itself: its progress while it runs, its result when it has finished. Null where it could not be asked. */
export interface Told {
  progress: CloseProgress | null;
  result: CloseResult | null;
}

/** One close as the board and `GET /closes` show it. */
export function closeView(listed: ListedClose, { progress, result }: Told): CloseView {
  const { workflowId, runId, reason, source, running, state, uiLink } = listed;
  const trouble = running ? (progress?.trouble ?? null) : null;
  return {
    ...placeOf(workflowId),
    ...{ workflowId, runId, reason, source, running, state, uiLink },
    doing: running ? (progress?.state ?? null) : null,
    outcome: result?.outcome ?? listed.outcome,
    because: result?.because ?? null,
    startedAt: new Date(listed.startedAtMs).toISOString(),
    finishedAt: listed.finishedAtMs === null ? null : new Date(listed.finishedAtMs).toISOString(),
    timeToFlatMs: timeToFlat(listed, result),
    round: progress?.round ?? result?.orders.at(-1)?.round ?? 0,
    steps: stepsShown(progress, result),
    trouble: trouble === null ? null : `${trouble.type}: ${trouble.detail}`,
    proofLink: running ? null : `/closes/${encodeURIComponent(workflowId)}/proof?runId=${runId}`,
  };
}

function stepsShown(progress: CloseProgress | null, result: CloseResult | null): CloseView['steps'] {
  if (result !== null) return stepsOf({ state: 'finished', trouble: null, orders: result.orders });
  return progress === null ? NOT_BEGUN : stepsOf(progress);
}

/** Until the venue was last read, where that reading was flat. */
function timeToFlat({ startedAtMs }: ListedClose, result: CloseResult | null): number | null {
  if (result === null || result.readAt === null || Number(result.remainingQuantity) !== 0) return null;
  return Math.max(0, Date.parse(result.readAt) - startedAtMs);
}

/** The workflow id is the lock, and says what it locks: close:<account>:<market>:<side>. */
function placeOf(workflowId: string): { account: string; marketId: string; side: Side } {
  const [, account = '', marketId = '', side = ''] = workflowId.split(':');
  return { account, marketId, side: side === 'short' ? 'short' : 'long' };
}
