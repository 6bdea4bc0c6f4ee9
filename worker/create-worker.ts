import { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import type { WorkerDeploymentOptions } from '@temporalio/worker';
import { createActivities } from '../activities';
import type { CloseStarter } from '../activities/ports';
import { lookAtCloses } from '../src/client/look-at-closes';
import { startAndWake } from '../src/client/start-and-wake';
import { taskQueue } from '../src/domain/names';
import { workerIdentity } from '../src/temporal/worker-identity';
import { TIMES } from '../src/domain/times';
import type { Build } from '../src/temporal/builds/build';
import { proofsPort } from './proofs-port';
import type { WorkerPlan } from './worker-plan';

/** The worker of one account. */
export const createWorker = (plan: WorkerPlan): Promise<Worker> => {
  const { connection, namespace, bundle, ports, build, place = 'alone' } = plan;
  return Worker.create({
    connection,
    namespace,
    taskQueue: taskQueue(ports.account),
    identity: workerIdentity(ports.account, place),
    ...(build === null ? {} : { workerDeploymentOptions: versioned(build) }),
    workflowBundle: bundle,
    activities: createActivities({ ...ports, closes: closeStarter(plan), proofs: proofsPort(plan) }),
    stickyQueueScheduleToStartTimeout: TIMES.stickyScheduleToStart,
    shutdownGraceTime: TIMES.shutdownGrace,
    // Heartbeats reach the server, and cancellations the activity, at least this often.
    maxHeartbeatThrottleInterval: TIMES.heartbeatThrottle,
    defaultHeartbeatThrottleInterval: TIMES.heartbeatThrottle,
    // An activity that waits for a reading made for many costs next to nothing: a hundred, the default, would hold up orders.
    maxConcurrentActivityTaskExecutions: 500,
    // So does a workflow task that waits for such a reading: forty, the default, would keep the others from what is theirs until
    // it is taken for lost, and played from the beginning.
    maxConcurrentWorkflowTaskExecutions: 400,
    maxConcurrentLocalActivityExecutions: 400,
    // A storm of a thousand closes, with room: each holds some hundred kilobytes here, and one that is dropped is replayed. The
    // SDK's default goes by the heap's limit, and would keep some thirty on a small machine.
    maxCachedWorkflows: 2_000,
    // A poll of each kind is always parked at the server: a close never waits for one to be made. In a storm, one in ten asks for new
    // closes and nine for what is next in those that run here: else they wait for longer than their sticky queue keeps them.
    workflowTaskPollerBehavior: { type: 'simple-maximum', maximum: 10 },
    nonStickyToStickyPollRatio: 0.1,
    activityTaskPollerBehavior: { type: 'simple-maximum', maximum: 4 },
  });
};

/** Its own connection starts closes, too: not eagerly, so that a storm is shared by all workers of the account. */
function closeStarter({ connection, namespace, ports: { logger } }: WorkerPlan): CloseStarter {
  // Nobody is shown a link from here.
  const ports = { client: new Client({ connection, namespace }), namespace, uiUrl: '', logger };
  return {
    ask: async (order) => void (await startAndWake(ports, order)),
    look: (targets) => lookAtCloses(ports, targets),
  };
}

/** Its closes go on under whichever build is current: pinned to theirs, they would wait for ever once its last worker is gone. */
const versioned = ({ deployment, buildId }: NonNullable<Build>): WorkerDeploymentOptions => ({
  version: { deploymentName: deployment, buildId },
  useWorkerVersioning: true,
  defaultVersioningBehavior: 'AUTO_UPGRADE',
});
