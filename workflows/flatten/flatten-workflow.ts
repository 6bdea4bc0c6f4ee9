import { allHandlersFinished, CancellationScope, condition, workflowInfo } from '@temporalio/workflow';
import { runFlatten } from '../../src/domain/flatten/flatten-loop';
import { newFlattenProgress } from '../../src/domain/flatten/flatten-progress';
import type { FlattenResult } from '../../src/domain/flatten/flatten-result';
import { flattenWorkflowId } from '../../src/domain/names';
import { parseFlattenRequest } from '../../src/domain/flatten/parse-flatten-request';
import { FLATTEN_PASSES_PER_RUN } from '../../src/domain/times';
import { answerFlattenMessages, openFlattenDesk } from './flatten-desk';
import type { FlattenDesk, ResumedFlatten } from './flatten-desk';
import { flattenEffects } from './flatten-effects';
import { tellFlattenFinish, tellFlattenProgress } from './flatten-story';

/**
 * Everything in scope to zero: one durable run per account, which starts or joins a CloseWorkflow for each position and stays
 * until the venue shows nothing open. The candidate is parsed here once more, as a decision is by a close.
 */
export async function FlattenWorkflow(
  candidate: unknown,
  passesPerRun: number = FLATTEN_PASSES_PER_RUN,
  resumed?: ResumedFlatten,
): Promise<FlattenResult> {
  const desk = openFlattenDesk(resumed);
  answerFlattenMessages(desk);
  listenForCancel(desk);
  // Cancelling it must not leave an answer half taken: it is a request to stop at the next safe point.
  return CancellationScope.nonCancellable(async () => {
    const result = await flattenFor(candidate, desk, passesPerRun, resumed);
    desk.result = result;
    tellFlattenFinish(desk, result);
    await condition(allHandlersFinished);
    return result;
  });
}

async function flattenFor(
  candidate: unknown,
  desk: FlattenDesk,
  passesPerRun: number,
  resumed?: ResumedFlatten,
): Promise<FlattenResult> {
  const parsed = parseFlattenRequest(candidate);
  if (!parsed.ok) return refused('unknown', `malformed: ${parsed.sentence}`);
  const { request } = parsed;
  const [{ workflowId, startTime }, lock] = [workflowInfo(), flattenWorkflowId(request.account)];
  if (workflowId !== lock) return refused(request.account, `a flatten of it runs as ${lock}, not as ${workflowId}`);
  desk.welcome(request);
  const progress = resumed?.progress ?? newFlattenProgress(startTime.getTime());
  tellFlattenProgress(desk, progress);
  return runFlatten(request.account, flattenEffects(desk, request, passesPerRun), progress);
}

const refused = (account: string, because: string): FlattenResult => ({
  ...{ account, outcome: 'refused', because },
  ...{ asked: [], lines: [], cancelled: [], leftOpen: [] },
  ...{ startedAt: null, flatAt: null, flatAfterMs: null, cancelledCount: 0 },
});

function listenForCancel(desk: FlattenDesk): void {
  CancellationScope.current().cancelRequested.catch(() =>
    desk.requestStop({ operator: 'a Temporal cancel request', reason: 'the workflow was asked to cancel' }),
  );
}
