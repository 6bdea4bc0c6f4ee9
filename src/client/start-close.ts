import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import type { ExitDecision } from '../domain/exit-decision';
import { logContextOf } from '../domain/log-context';
import { MARKERS } from '../domain/markers';
import { CLOSE_WORKFLOW, SIGNALS } from '../domain/messages';
import { closeWorkflowId } from '../domain/names';
import { latestRun } from './latest-run';
import type { LatestRun } from './latest-run';
import type { ClientPorts } from './ports';
import { receiptFor } from './receipt';
import type { Receipt } from './receipt';
import { startOptions } from './start-options';

/**
 * Starts the close of the decision's position, or joins the one that runs: it is then told who else asked.
 * The same decision sent again is not acted on again. Throws what the Temporal client throws when the server is away.
 */
export async function startClose(ports: ClientPorts, decision: ExitDecision): Promise<Receipt> {
  const receipt = await startOrJoin(ports, decision);
  const { workflowId, runId } = receipt;
  ports.logger.info(
    { ...logContextOf(decision), ...seen(decision), workflow_id: workflowId, run_id: runId, receipt: receipt.kind },
    MARKERS.exitPublish,
  );
  return receipt;
}

async function startOrJoin(ports: ClientPorts, decision: ExitDecision): Promise<Receipt> {
  for (;;) {
    const latest = await latestRun(ports, decision);
    if (latest?.decisionId === decision.decisionId) return sentAgain(ports, decision, latest);
    const runId = latest?.running === true ? null : await tryStart(ports, decision);
    if (runId !== null) return receiptFor(ports, 'started', decision, runId);
    // The running close may finish between our two calls: then there is none to join, and one to start.
    const joined = await tryJoin(ports, decision);
    if (joined) return receiptFor(ports, 'joined', decision, latest?.runId ?? (await runIdOf(ports, decision)));
  }
}

async function tryStart({ client, eager }: ClientPorts, decision: ExitDecision): Promise<string | null> {
  try {
    const options = { ...startOptions(decision), ...(eager === true ? { requestEagerStart: true } : {}) };
    const handle = await client.workflow.start(CLOSE_WORKFLOW, options);
    return handle.firstExecutionRunId;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return null;
    throw error;
  }
}

async function tryJoin({ client }: ClientPorts, decision: ExitDecision): Promise<boolean> {
  try {
    await client.workflow.getHandle(closeWorkflowId(decision)).signal(SIGNALS.exitRequested, decision);
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

const sentAgain = (ports: ClientPorts, decision: ExitDecision, { running, runId }: LatestRun): Receipt =>
  receiptFor(ports, running ? 'joined' : 'handledBefore', decision, runId);

async function runIdOf(ports: ClientPorts, decision: ExitDecision): Promise<string> {
  const latest = await latestRun(ports, decision);
  return latest?.runId ?? '';
}

const seen = ({ observed, quantity, note }: ExitDecision): object => ({ quantity, observed, note });
