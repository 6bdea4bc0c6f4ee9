import type { ExitDecision } from '../domain/exit-decision';
import { closeWorkflowId } from '../domain/names';
import { uiLink } from '../temporal/ui-link';
import type { ClientPorts } from './ports';

/** What became of a request: it started a close, joined the running one, or had been handled before. */
export interface Receipt {
  kind: 'started' | 'joined' | 'handledBefore';
  workflowId: string;
  runId: string;
  uiLink: string;
  decisionId: string;
  traceId: string;
}

export function receiptFor(ports: ClientPorts, kind: Receipt['kind'], decision: ExitDecision, runId: string): Receipt {
  const workflowId = closeWorkflowId(decision);
  const { decisionId, traceId } = decision;
  return { kind, workflowId, runId, uiLink: uiLink({ ...ports, workflowId, runId }), decisionId, traceId };
}
