import type { WorkflowExecutionInfo } from '@temporalio/client';
import type { ClientPorts } from '../../client/ports';
import { CLOSE_WORKFLOW } from '../../domain/messages';
import { searchAttributeKeys as key } from '../../temporal/search-attributes';
import { uiLink } from '../../temporal/ui-link';

/** A close as Temporal's list of workflows has it. */
export interface ListedClose {
  workflowId: string;
  runId: string;
  running: boolean;
  state: string;
  outcome: string | null;
  reason: string;
  source: string;
  startedAtMs: number;
  finishedAtMs: number | null;
  uiLink: string;
}

export const RUNNING = "ExecutionStatus = 'Running'";
export const FINISHED = "ExecutionStatus != 'Running'";
export const HELD = `${RUNNING} AND CloseState = 'held'`;

const queryFor = (account: string, which: string): string =>
  `WorkflowType = '${CLOSE_WORKFLOW}' AND CloseAccount = '${account}' AND ${which}`;

/** Of an account, newest first, for as long as they are taken. */
export async function* listCloses(
  ports: ClientPorts,
  account: string,
  which: string,
  pageSize: number,
): AsyncGenerator<ListedClose> {
  const query = queryFor(account, which);
  for await (const info of ports.client.workflow.list({ query, pageSize })) yield listedFrom(ports, info);
}

export async function countCloses({ client }: ClientPorts, account: string, which: string): Promise<number> {
  return (await client.workflow.count(queryFor(account, which))).count;
}

/** What a list and a description both say of a workflow. */
type Info = Pick<WorkflowExecutionInfo, 'workflowId' | 'runId' | 'status' | 'startTime' | 'typedSearchAttributes'> & {
  closeTime?: Date | undefined;
};

export function listedFrom(ports: ClientPorts, info: Info): ListedClose {
  const { workflowId, runId, status, startTime, closeTime, typedSearchAttributes: attributes } = info;
  const running = status.name === 'RUNNING';
  return {
    workflowId,
    runId,
    running,
    state: running ? (attributes.get(key.CloseState) ?? 'closing') : 'finished',
    outcome: running ? null : (attributes.get(key.CloseOutcome) ?? status.name.toLowerCase()),
    reason: attributes.get(key.CloseReason) ?? '',
    source: attributes.get(key.CloseSource) ?? '',
    startedAtMs: startTime.getTime(),
    finishedAtMs: closeTime?.getTime() ?? null,
    uiLink: uiLink({ ...ports, workflowId, runId }),
  };
}
