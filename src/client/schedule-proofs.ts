import { ScheduleOverlapPolicy } from '@temporalio/client';
import { COLLECT_PROOFS_WORKFLOW } from '../domain/messages';
import { collectProofsScheduleId, taskQueue } from '../domain/names';
import { TIMES } from '../domain/times';
import { keepSchedule } from './keep-schedule';
import type { ClientPorts } from './ports';

/** What was missed while Temporal was away is one pass: it looks at everything. */
const CATCH_UP_MS = 60_000;

/** Has an account's proofs collected every so often, by a Temporal Schedule; a second order replaces the first. */
export const scheduleProofs = (
  ports: Pick<ClientPorts, 'client'>,
  account: string,
  everyMs: number,
): Promise<'created' | 'replaced'> =>
  keepSchedule(ports, collectProofsScheduleId(account), scheduleOf(account, everyMs));

const scheduleOf = (account: string, everyMs: number) => ({
  spec: { intervals: [{ every: everyMs }] },
  // One collector at a time: a run that takes longer than the interval makes the next one unnecessary.
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: CATCH_UP_MS },
  action: {
    type: 'startWorkflow' as const,
    workflowType: COLLECT_PROOFS_WORKFLOW,
    workflowId: collectProofsScheduleId(account),
    taskQueue: taskQueue(account),
    workflowTaskTimeout: TIMES.workflowTask,
    staticSummary: 'exports the proofs of finished closes before Temporal deletes their histories',
    args: [],
  },
});
