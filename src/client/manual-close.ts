import { WorkflowIdConflictPolicy } from '@temporalio/common';
import type { ExitDecision } from '../domain/exit-decision';
import { logContextOf } from '../domain/log-context';
import { MARKERS } from '../domain/markers';
import { CLOSE_WORKFLOW, SIGNALS } from '../domain/messages';
import type { ManualClose } from '../domain/messages';
import { latestRun } from './latest-run';
import type { ClientPorts } from './ports';
import { receiptFor } from './receipt';
import type { Receipt } from './receipt';
import { startOptions } from './start-options';

/** An operator's close: one signal that starts the close, or joins the running one and wakes it from any back-off or hold. */
export async function manualClose(ports: ClientPorts, request: ManualClose): Promise<Receipt> {
  const { decision, operator, reason } = request;
  const before = await latestRun(ports, decision);
  const runId = await signalOrStart(ports, request);
  const kind = before?.running === true && before.runId === runId ? 'joined' : 'started';
  const said = { operator, operator_reason: reason, run_id: runId, receipt: kind };
  ports.logger.info({ ...logContextOf(decision), ...said }, MARKERS.exitPublish);
  return receiptFor(ports, kind, decision, runId);
}

async function signalOrStart({ client }: ClientPorts, request: ManualClose): Promise<string> {
  const handle = await client.workflow.signalWithStart<(decision: ExitDecision) => Promise<unknown>, [ManualClose]>(
    CLOSE_WORKFLOW,
    {
      ...startOptions(request.decision),
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      signal: SIGNALS.manualClose,
      signalArgs: [request],
    },
  );
  return handle.signaledRunId;
}
