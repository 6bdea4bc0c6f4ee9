import { ScheduleNotFoundError } from '@temporalio/client';
import { z } from 'zod';
import { found } from '../findings';
import type { Finding } from '../findings';
import type { Check } from '../patient';

const result = z.object({
  standing: z.object({ state: z.enum(['well', 'failing', 'nearDeletion', 'lost']), says: z.string() }),
});

/** Proofs are collected, and how they stand by the collector's own last word. */
export const proofs: Check = async (patient) => {
  const { client } = await patient.temporal;
  const scheduleId = `collect-proofs:${patient.name}`;
  try {
    const { info } = await client.schedule.getHandle(scheduleId).describe();
    const newest = info.recentActions.at(-1)?.action.workflow;
    if (newest === undefined) return [found('proofs.untold', `${scheduleId} has not run yet`)];
    const handle = client.workflow.getHandle(newest.workflowId, newest.firstExecutionRunId);
    const { status } = await handle.describe();
    if (status.name === 'RUNNING') return [found('proofs.untold', `${newest.workflowId} is at work`)];
    return [judgeProofs(result.parse(await handle.result()))];
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
    return [
      found('proofs.unscheduled', `there is no schedule ${scheduleId}: no proof is made before a history is deleted`),
    ];
  }
};

export function judgeProofs({ standing: { state, says } }: z.infer<typeof result>): Finding {
  if (state === 'well') return found('proofs.collected', says);
  return found(state === 'failing' ? 'proofs.failing' : 'proofs.urgent', says);
}
