import { ScheduleNotFoundError, ScheduleOverlapPolicy } from '@temporalio/client';
import type { DrillPlan } from '../domain/drill/drill-plan';
import { DRILL_WORKFLOW } from '../domain/messages';
import { drillWorkflowId } from '../domain/names';
import { drillOptions } from './hold-drill';
import { keepSchedule } from './keep-schedule';
import type { ClientPorts } from './ports';

/** A drill that was due while Temporal was away is held only if it is back within this long: many at once would say no more than one. */
const CATCH_UP_MS = 60_000;

/** Has a drill held every so often, by a Temporal Schedule of the account; a second order replaces the first. */
export const scheduleDrill = (ports: ClientPorts, plan: DrillPlan, everyMs: number): Promise<'created' | 'replaced'> =>
  keepSchedule(ports, drillWorkflowId(plan.account), scheduleOf(plan, everyMs));

/** False where there was none. */
export async function unscheduleDrill({ client }: ClientPorts, account: string): Promise<boolean> {
  try {
    await client.schedule.getHandle(drillWorkflowId(account)).delete();
    return true;
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return false;
    throw error;
  }
}

const scheduleOf = (plan: DrillPlan, everyMs: number) => ({
  spec: { intervals: [{ every: everyMs }] },
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: CATCH_UP_MS },
  action: {
    type: 'startWorkflow' as const,
    workflowType: DRILL_WORKFLOW,
    workflowId: drillWorkflowId(plan.account),
    ...drillOptions({ ...plan, alerts: true }),
  },
});
