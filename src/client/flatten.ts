import { TypedSearchAttributes, WorkflowIdConflictPolicy } from '@temporalio/common';
import type { WorkflowSignalWithStartOptions } from '@temporalio/client';
import { flattenContextOf } from '../domain/flatten/flatten-context';
import type { FlattenRequest } from '../domain/flatten/flatten-request';
import type { FlattenResult } from '../domain/flatten/flatten-result';
import { describeScope } from '../domain/flatten/flatten-scope';
import { FLATTEN_SIGNALS, FLATTEN_WORKFLOW } from '../domain/messages';
import { flattenWorkflowId, taskQueue } from '../domain/names';
import { TIMES } from '../domain/times';
import { searchAttributeKeys as key } from '../temporal/search-attributes';
import { uiLink } from '../temporal/ui-link';
import type { ClientPorts } from './ports';
import { latestFlatten } from './show-flatten';

/** What became of a request to flatten: it started one, joined the running one, or had been heard before. */
export interface FlattenReceipt {
  kind: 'started' | 'joined' | 'handledBefore';
  workflowId: string;
  runId: string;
  uiLink: string;
  requestId: string;
  traceId: string;
}

type Start = (request: FlattenRequest) => Promise<FlattenResult>;

/**
 * Starts the account's flatten, or joins the one that runs: its scope then covers both, and it records who else asked. The same
 * request again is not acted on again, also after the flatten has finished.
 */
export async function flatten(ports: ClientPorts, request: FlattenRequest): Promise<FlattenReceipt> {
  const before = await latestFlatten(ports, request.account);
  if (before !== null && (await before.hasHeard(request.requestId)))
    return tell(ports, request, before.running ? 'joined' : 'handledBefore', before.runId);
  const handle = await ports.client.workflow.signalWithStart<Start, [FlattenRequest]>(
    FLATTEN_WORKFLOW,
    options(request),
  );
  const runId = handle.signaledRunId;
  return tell(ports, request, before?.running === true && before.runId === runId ? 'joined' : 'started', runId);
}

const options = (
  request: FlattenRequest,
): WorkflowSignalWithStartOptions<[FlattenRequest]> & { args: [FlattenRequest] } => ({
  workflowId: flattenWorkflowId(request.account),
  taskQueue: taskQueue(request.account),
  args: [request],
  signal: FLATTEN_SIGNALS.flattenRequested,
  signalArgs: [request],
  workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
  workflowTaskTimeout: TIMES.workflowTask,
  staticSummary: `${describeScope(request.scope)} of ${request.account} to zero: ${request.reason} by ${request.source}`,
  staticDetails: request.note,
  typedSearchAttributes: new TypedSearchAttributes([
    { key: key.CloseAccount, value: request.account },
    { key: key.CloseReason, value: request.reason },
    { key: key.CloseSource, value: request.source },
    { key: key.CloseState, value: 'flattening' },
    { key: key.CloseDecisionId, value: request.requestId },
    { key: key.CloseTraceId, value: request.traceId },
  ]),
});

function tell(
  ports: ClientPorts,
  request: FlattenRequest,
  kind: FlattenReceipt['kind'],
  runId: string,
): FlattenReceipt {
  const workflowId = flattenWorkflowId(request.account);
  const { requestId, traceId } = request;
  const said = { scope: request.scope, note: request.note, workflow_id: workflowId, run_id: runId, receipt: kind };
  ports.logger.warn({ ...flattenContextOf(request), ...said }, 'FLATTEN REQUESTED');
  return { kind, workflowId, runId, uiLink: uiLink({ ...ports, workflowId, runId }), requestId, traceId };
}
