import { ChildWorkflowFailure, condition, ParentClosePolicy, rootCause, startChild } from '@temporalio/workflow';
import type { ChildWorkflowHandle } from '@temporalio/workflow';
import {
  defineSearchAttributeKey,
  TypedSearchAttributes,
  WorkflowExecutionAlreadyStartedError,
} from '@temporalio/common';
import type { CloseResult } from '../../src/domain/close-result';
import type { DrillClose } from '../../src/domain/drill/drill-effects';
import type { ExitDecision } from '../../src/domain/exit-decision';
import { marketId } from '../../src/domain/market-symbol';
import { closeWorkflowId } from '../../src/domain/names';
import { TIMES } from '../../src/domain/times';
import type { CloseWorkflow } from '../close-workflow';

/** Starts the close as anybody's is started, and waits for it no longer than that. It outlives the drill. */
export async function closeAsChild(decision: ExitDecision, patienceMs: number): Promise<DrillClose> {
  try {
    const close = await startChild<typeof CloseWorkflow>('CloseWorkflow', startOptions(decision));
    return await within(patienceMs, close);
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError)
      return {
        kind: 'lost',
        because: `${closeWorkflowId(decision)} was started by another before the drill’s could be`,
      };
    if (error instanceof ChildWorkflowFailure)
      return { kind: 'lost', because: `the close was ended from outside: ${rootCause(error) ?? error.message}` };
    throw error;
  }
}

async function within(patienceMs: number, close: ChildWorkflowHandle<typeof CloseWorkflow>): Promise<DrillClose> {
  const { workflowId, firstExecutionRunId: runId } = close;
  const ended: { result?: CloseResult; failure?: unknown } = {};
  close.result().then(
    (result) => (ended.result = result),
    (failure: unknown) => (ended.failure = failure),
  );
  await condition(() => ended.result !== undefined || ended.failure !== undefined, patienceMs);
  if (ended.failure !== undefined) throw ended.failure as Error;
  if (ended.result === undefined) return { kind: 'running', workflowId, runId };
  return { kind: 'finished', workflowId, runId, result: ended.result };
}

const startOptions = (decision: ExitDecision) => ({
  workflowId: closeWorkflowId(decision),
  args: [decision] as [ExitDecision],
  workflowTaskTimeout: TIMES.workflowTask,
  parentClosePolicy: ParentClosePolicy.ABANDON,
  staticSummary: `${decision.side} ${decision.symbol}: ${decision.reason} by ${decision.source}`,
  staticDetails: 'a fire drill',
  typedSearchAttributes: searchAttributesOf(decision),
});

const keyword = (name: string, value: string) => ({ key: defineSearchAttributeKey(name, 'KEYWORD'), value });

const searchAttributesOf = (decision: ExitDecision): TypedSearchAttributes =>
  new TypedSearchAttributes([
    keyword('CloseAccount', decision.account),
    keyword('CloseSymbol', marketId(decision.symbol)),
    keyword('CloseSide', decision.side),
    keyword('CloseReason', decision.reason),
    keyword('CloseSource', decision.source),
    keyword('CloseState', 'closing'),
    keyword('CloseDecisionId', decision.decisionId),
    keyword('CloseTraceId', decision.traceId),
  ]);
