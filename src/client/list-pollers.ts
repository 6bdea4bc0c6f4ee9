import { tsToMs } from '@temporalio/common/lib/time';
import { taskQueue } from '../domain/names';
import type { ClientPorts } from './ports';

// temporal.api.enums.v1.TaskQueueType
const WORKFLOW = 1;
/** A poll is parked for a minute at most, and then made anew: who made none for longer is gone. */
const GONE_AFTER_MS = 75_000;

/** Who takes an account's workflow tasks, by their identities. A worker that has just died is still among them for a minute. */
export async function listPollers({ client, namespace }: ClientPorts, account: string): Promise<string[]> {
  const { pollers } = await client.workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name: taskQueue(account) },
    taskQueueType: WORKFLOW,
  });
  const sinceMs = Date.now() - GONE_AFTER_MS;
  const there = (pollers ?? []).filter(({ lastAccessTime }) => tsToMs(lastAccessTime) > sinceMs);
  return [...new Set(there.map(({ identity }) => identity ?? 'unnamed'))];
}
