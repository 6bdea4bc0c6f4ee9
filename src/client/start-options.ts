import type { WorkflowStartOptions } from '@temporalio/client';
import { TypedSearchAttributes, WorkflowIdConflictPolicy } from '@temporalio/common';
import type { ExitDecision } from '../domain/exit-decision';
import { closeWorkflowId, taskQueue } from '../domain/names';
import { marketId } from '../domain/market-symbol';
import { TIMES } from '../domain/times';
import { searchAttributeKeys as key } from '../temporal/search-attributes';

type StartOptions = WorkflowStartOptions<(decision: ExitDecision) => Promise<unknown>>;

/** How every close is started: one id per position, which is the lock, and all that the Temporal UI needs to tell its story. */
export const startOptions = (decision: ExitDecision): StartOptions => ({
  workflowId: closeWorkflowId(decision),
  taskQueue: taskQueue(decision.account),
  args: [decision],
  workflowIdConflictPolicy: WorkflowIdConflictPolicy.FAIL,
  workflowTaskTimeout: TIMES.workflowTask,
  staticSummary: `${decision.side} ${decision.symbol}: ${decision.reason} by ${decision.source}`,
  ...(decision.note === undefined ? {} : { staticDetails: decision.note }),
  typedSearchAttributes: searchAttributesOf(decision),
});

const searchAttributesOf = (decision: ExitDecision): TypedSearchAttributes =>
  new TypedSearchAttributes([
    { key: key.CloseAccount, value: decision.account },
    { key: key.CloseSymbol, value: marketId(decision.symbol) },
    { key: key.CloseSide, value: decision.side },
    { key: key.CloseReason, value: decision.reason },
    { key: key.CloseSource, value: decision.source },
    { key: key.CloseState, value: 'closing' },
    { key: key.CloseDecisionId, value: decision.decisionId },
    { key: key.CloseTraceId, value: decision.traceId },
  ]);
