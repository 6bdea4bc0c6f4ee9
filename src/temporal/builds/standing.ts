import type { WorkflowService } from '@temporalio/client';
import { sameBuild } from './build';
import type { Build } from './build';

/** Whose turn it is at a task queue: what Temporal routes closes to, and who is there to take them. */
export interface Standing {
  /** Gets new closes, and those that run. */
  current: Build;
  /** Gets a share of them, in percent. */
  ramping: { build: Build; percent: number } | null;
  /** Builds of which a worker is at work, each once. */
  atWork: Build[];
}

export interface Queue {
  service: WorkflowService;
  namespace: string;
  taskQueue: string;
}

/** A worker says that it is alive this often, ms. */
export const WORKER_HEARTBEAT_MS = 5_000;

/** One that has not for so long is gone, ms. Longer than three of its beats and what clocks may differ by. */
const GONE_AFTER_MS = 20_000;

const WORKFLOW_TASKS = 1;
const RUNNING = 1;

/** Throws what the Temporal client throws when the server is away. */
export async function readStanding(queue: Queue): Promise<Standing> {
  const { service, namespace, taskQueue } = queue;
  const [{ versioningInfo }, { workersInfo }] = await Promise.all([
    service.describeTaskQueue({ namespace, taskQueue: { name: taskQueue }, taskQueueType: WORKFLOW_TASKS }),
    service.listWorkers({ namespace, pageSize: 1_000, query: `TaskQueue='${taskQueue}'` }),
  ]);
  const percent = versioningInfo?.rampingVersionPercentage ?? 0;
  const ramping = { build: buildOf(versioningInfo?.rampingDeploymentVersion), percent };
  return {
    current: buildOf(versioningInfo?.currentDeploymentVersion),
    ramping: percent > 0 ? ramping : null,
    atWork: workersInfo
      .filter(isAtWork)
      .map(({ workerHeartbeat }) => buildOf(workerHeartbeat?.deploymentVersion))
      .filter(once),
  };
}

type Version = { deploymentName?: string | null; buildId?: string | null } | null | undefined;

/** The SDK names a build also for workers that have none of their own: then there is no deployment. */
const buildOf = (version: Version): Build =>
  version?.deploymentName && version.buildId ? { deployment: version.deploymentName, buildId: version.buildId } : null;

type WorkerInfo = Awaited<ReturnType<WorkflowService['listWorkers']>>['workersInfo'][number];

function isAtWork({ workerHeartbeat: beat }: WorkerInfo): boolean {
  const beatAtMs = Number(beat?.heartbeatTime?.seconds ?? 0) * 1_000;
  return Number(beat?.status) === RUNNING && Date.now() - beatAtMs < GONE_AFTER_MS;
}

const once = (build: Build, at: number, all: readonly Build[]): boolean =>
  all.findIndex((other) => sameBuild(build, other)) === at;
