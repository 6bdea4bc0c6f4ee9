import type { Connection } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time';

/** A worker that has asked a task queue for work lately. */
export interface Poller {
  identity: string;
  /** As it names its code; '' where it does not. */
  build: string;
}

// temporal.api.enums.v1.TaskQueueType
const WORKFLOW_TASKS = 1;

/** A poll lasts a minute at most; Temporal names whoever polled for some minutes more, dead or alive. */
const LATELY_MS = 75_000;

/** Throws what the Temporal client throws when the server is away. */
export async function listPollers(
  { workflowService }: Connection,
  namespace: string,
  queue: string,
  nowMs = Date.now(),
): Promise<Poller[]> {
  const question = { namespace, taskQueue: { name: queue }, taskQueueType: WORKFLOW_TASKS };
  const { pollers } = await workflowService.describeTaskQueue(question);
  return pollers
    .filter(({ lastAccessTime }) => nowMs - tsToMs(lastAccessTime) < LATELY_MS)
    .map(({ identity, deploymentOptions, workerVersionCapabilities }) => ({
      identity: identity ?? '',
      build: deploymentOptions?.buildId ?? workerVersionCapabilities?.buildId ?? '',
    }));
}
