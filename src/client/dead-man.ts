import { WorkflowNotFoundError } from '@temporalio/client';
import { WorkflowIdConflictPolicy } from '@temporalio/common';
import { DEAD_MAN_QUERIES, DEAD_MAN_SIGNALS } from '../domain/dead-man/dead-man-messages';
import type { DeadManMessage, DeadManSignal, DeadManStart, DeadManStatus } from '../domain/dead-man/dead-man-messages';
import { DEAD_MAN_WORKFLOW } from '../domain/messages';
import { deadManWorkflowId, taskQueue } from '../domain/names';
import { TIMES } from '../domain/times';
import type { ClientPorts } from './ports';

/** Says something to the dead man's switch of an account; one that was never there is started. */
export async function tellSwitch<Signal extends Exclude<DeadManSignal, 'leave'>>(
  { client }: Pick<ClientPorts, 'client'>,
  account: string,
  signal: Signal,
  message: DeadManMessage<Signal>,
  start: DeadManStart = {},
): Promise<void> {
  await client.workflow.signalWithStart<(start: DeadManStart) => Promise<unknown>, [DeadManMessage<Signal>]>(
    DEAD_MAN_WORKFLOW,
    {
      workflowId: deadManWorkflowId(account),
      taskQueue: taskQueue(account),
      args: [start],
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      workflowTaskTimeout: TIMES.workflowTask,
      staticSummary: `the dead man’s switch of ${account}`,
      signal: DEAD_MAN_SIGNALS[signal],
      signalArgs: [message],
    },
  );
}

/** A monitor's goodbye. Where there is no switch, nobody has to hear it. */
export const leaveSwitch = (
  { client }: Pick<ClientPorts, 'client'>,
  account: string,
  leave: DeadManMessage<'leave'>,
): Promise<void> =>
  orNull(client.workflow.getHandle(deadManWorkflowId(account)).signal(DEAD_MAN_SIGNALS.leave, leave)).then(
    () => undefined,
  );

/** What the switch says of itself; null where there is none. Needs a worker: without one it hangs until the caller's deadline. */
export const askSwitch = ({ client }: Pick<ClientPorts, 'client'>, account: string): Promise<DeadManStatus | null> =>
  orNull(client.workflow.getHandle(deadManWorkflowId(account)).query<DeadManStatus>(DEAD_MAN_QUERIES.deadManStatus));

/** Is there one at all? The server knows it without a worker. */
export async function isSwitchThere({ client }: Pick<ClientPorts, 'client'>, account: string): Promise<boolean> {
  const description = await orNull(client.workflow.getHandle(deadManWorkflowId(account)).describe());
  return description?.status.name === 'RUNNING';
}

async function orNull<Answer>(asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}
