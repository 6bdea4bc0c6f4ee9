import { getExternalWorkflowHandle, log, ParentClosePolicy, sleep, startChild, uuid4 } from '@temporalio/workflow';
import {
  defineSearchAttributeKey,
  TypedSearchAttributes,
  WorkflowExecutionAlreadyStartedError,
} from '@temporalio/common';
import type { FlattenRequest } from '../../src/domain/flatten/flatten-request';
import { FLATTEN_SIGNALS, FLATTEN_WORKFLOW } from '../../src/domain/messages';
import { flattenWorkflowId } from '../../src/domain/names';
import type { SearchAttributeName } from '../../src/domain/search-attribute-names';
import { TIMES } from '../../src/domain/times';

/** Everything of the account must go: starts its flatten, or joins the one that runs. Tried until one of them has taken it. */
export async function flattenForSilence(account: string, note: string): Promise<void> {
  const request = requestFor(account, note);
  for (let tries = 1; !(await started(request)) && !(await joined(request)); tries += 1)
    await sleep(Math.min(TIMES.pauseFirst * 2 ** tries, TIMES.pauseMax));
}

const requestFor = (account: string, note: string): FlattenRequest => ({
  requestId: uuid4(),
  account,
  scope: { symbols: null, side: null },
  reason: 'DEAD_MAN',
  operator: 'the dead man’s switch',
  note,
  source: 'dead-man',
  traceId: uuid4(),
});

const keyword = (name: SearchAttributeName) => defineSearchAttributeKey(name, 'KEYWORD');

/** The same that a flatten by hand is found by. */
const attributesOf = ({ account, reason, source, requestId, traceId }: FlattenRequest): TypedSearchAttributes =>
  new TypedSearchAttributes([
    { key: keyword('CloseAccount'), value: account },
    { key: keyword('CloseReason'), value: reason },
    { key: keyword('CloseSource'), value: source },
    { key: keyword('CloseState'), value: 'flattening' },
    { key: keyword('CloseDecisionId'), value: requestId },
    { key: keyword('CloseTraceId'), value: traceId },
  ]);

async function started(request: FlattenRequest): Promise<boolean> {
  try {
    await startChild(FLATTEN_WORKFLOW, {
      workflowId: flattenWorkflowId(request.account),
      args: [request],
      // It goes on whatever becomes of the switch.
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowTaskTimeout: TIMES.workflowTask,
      staticSummary: `everything of ${request.account} to zero: ${request.reason} by ${request.source}`,
      staticDetails: request.note,
      typedSearchAttributes: attributesOf(request),
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}

/** The running one may end between our two calls: then there is none to join, and one to start. */
async function joined(request: FlattenRequest): Promise<boolean> {
  try {
    await getExternalWorkflowHandle(flattenWorkflowId(request.account)).signal(
      FLATTEN_SIGNALS.flattenRequested,
      request,
    );
    return true;
  } catch (error) {
    log.warn('NO FLATTEN TO JOIN', { because: (error as Error).message });
    return false;
  }
}
