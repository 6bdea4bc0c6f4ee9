import { WorkflowNotFoundError } from '@temporalio/client';
import type { ExitDecision } from '../domain/exit-decision';
import { closeWorkflowId } from '../domain/names';
import { searchAttributeKeys } from '../temporal/search-attributes';
import type { ClientPorts } from './ports';

/** The newest close of a position, running or finished. */
export interface LatestRun {
  runId: string;
  running: boolean;
  decisionId: string | undefined;
}

export async function latestRun({ client }: ClientPorts, decision: ExitDecision): Promise<LatestRun | null> {
  try {
    const { runId, status, typedSearchAttributes } = await client.workflow
      .getHandle(closeWorkflowId(decision))
      .describe();
    const decisionId = typedSearchAttributes.get(searchAttributeKeys.CloseDecisionId);
    return { runId, running: status.name === 'RUNNING', decisionId };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}
