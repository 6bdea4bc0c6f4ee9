import { Worker } from '@temporalio/worker';
import type { NativeConnection, WorkflowBundleOption } from '@temporalio/worker';
import { createActivities } from '../activities';
import type { Ports } from '../activities/ports';
import { taskQueue } from '../src/domain/names';
import { TIMES } from '../src/domain/times';

export interface WorkerPlan {
  connection: NativeConnection;
  namespace: string;
  bundle: WorkflowBundleOption;
  ports: Ports;
}

/** The worker of one account. */
export const createWorker = ({ connection, namespace, bundle, ports }: WorkerPlan): Promise<Worker> =>
  Worker.create({
    connection,
    namespace,
    taskQueue: taskQueue(ports.account),
    identity: `closeproof-${ports.account}@${process.pid}`,
    workflowBundle: bundle,
    activities: createActivities(ports),
    stickyQueueScheduleToStartTimeout: TIMES.stickyScheduleToStart,
    shutdownGraceTime: TIMES.shutdownGrace,
    // Heartbeats reach the server, and cancellations the activity, at least this often.
    maxHeartbeatThrottleInterval: TIMES.heartbeatThrottle,
    defaultHeartbeatThrottleInterval: TIMES.heartbeatThrottle,
    // A poll of each kind is always parked at the server: a close never waits for one to be made.
    workflowTaskPollerBehavior: { type: 'simple-maximum', maximum: 4 },
    activityTaskPollerBehavior: { type: 'simple-maximum', maximum: 4 },
  });
