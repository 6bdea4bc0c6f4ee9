import type { Worker } from '@temporalio/worker';
import { taskQueue } from '../src/domain/names';
import type { WorkerPlan } from './worker-plan';
import { keepOwned } from './keep-owned';

/** Runs a worker to its end, and sees meanwhile that its queue is routed to a build that is there. */
export async function runOwned(
  worker: Worker,
  { connection, namespace, ports, build }: Omit<WorkerPlan, 'bundle'>,
): Promise<void> {
  const { account, logger } = ports;
  const queue = { service: connection.workflowService, namespace, taskQueue: taskQueue(account) };
  const keeper = keepOwned({ ...queue, connection, build, logger });
  try {
    await worker.run();
  } finally {
    await keeper.stop();
  }
}
