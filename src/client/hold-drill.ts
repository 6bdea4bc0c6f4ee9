import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { WorkflowIdConflictPolicy } from '@temporalio/common';
import type { DrillPlan } from '../domain/drill/drill-plan';
import type { DrillReport } from '../domain/drill/drill-report';
import { DRILL_WORKFLOW } from '../domain/messages';
import { drillWorkflowId, taskQueue } from '../domain/names';
import type { ClientPorts } from './ports';

type DrillWorkflow = (plan: DrillPlan) => Promise<DrillReport>;

export interface StartedDrill {
  workflowId: string;
  runId: string;
  /** Null where it has not ended within the patience given. */
  report(patienceMs: number): Promise<DrillReport | null>;
}

/** Starts a drill; null where one of the account runs already. */
export async function holdDrill({ client }: ClientPorts, plan: DrillPlan): Promise<StartedDrill | null> {
  const workflowId = drillWorkflowId(plan.account);
  try {
    const handle = await client.workflow.start<DrillWorkflow>(DRILL_WORKFLOW, {
      ...drillOptions(plan),
      workflowId,
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.FAIL,
    });
    const result = handle.result();
    result.catch(() => undefined);
    const report = (patienceMs: number) => Promise.race([result, after(patienceMs)]);
    return { workflowId, runId: handle.firstExecutionRunId, report };
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return null;
    throw error;
  }
}

/** What a drill ordered now and a scheduled one have in common. */
export const drillOptions = (plan: DrillPlan) => ({
  taskQueue: taskQueue(plan.account),
  args: [plan] as [DrillPlan],
  staticSummary: `fire drill: ${plan.symbol} on ${plan.account}, ordered by ${plan.operator}`,
});

const after = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), ms).unref());
