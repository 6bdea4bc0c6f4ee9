import { randomUUID } from 'node:crypto';
import type { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';

/** How a server hands out work, measured by taking some of it. */
export interface StepProbe {
  /** From a workflow task's being due to its being handed out, ms, one after the other. */
  stepsMs: number[];
  /** The reply that schedules an activity also hands it out. */
  eager: boolean;
}

interface Probe {
  service: Connection['workflowService'];
  namespace: string;
  taskQueue: { name: string };
  identity: string;
}

/**
 * A stock server lets twenty through at once before it holds to twenty a second, and is owed more by each pause: only what
 * comes after them tells. So many that steps of up to 40 ms spend them.
 */
const STEPS = 96;

// temporal.api.enums.v1.CommandType
const SCHEDULE_ACTIVITY = 1;
const COMPLETE_WORKFLOW = 4;

/**
 * Runs one workflow on a queue of its own, and is its worker by hand: each task is answered with the wish for another, and what
 * passes between the two is the server's. A worker of the SDK would add what it takes itself. Leaves one finished workflow of
 * type `DoctorProbe`.
 */
export const probeSteps = (connection: Connection, namespace: string, withinMs: number): Promise<StepProbe> =>
  // A poll without a deadline is refused.
  connection.withDeadline(Date.now() + withinMs, () => takeSteps(connection, namespace));

async function takeSteps({ workflowService: service }: Connection, namespace: string): Promise<StepProbe> {
  const identity = `closeproof-doctor@${process.pid}`;
  const probe = { service, namespace, taskQueue: { name: `doctor-${randomUUID()}` }, identity };
  await startProbe(probe);
  let taskToken = await takeTask(probe);
  const stepsMs: number[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    const askedMs = performance.now();
    const [next] = await Promise.all([
      takeTask(probe),
      answerTask(probe, taskToken, { forceCreateNewWorkflowTask: true }),
    ]);
    stepsMs.push(performance.now() - askedMs);
    taskToken = next;
  }
  const [next, { activityTasks }] = await Promise.all([
    takeTask(probe),
    answerTask(probe, taskToken, { commands: [anActivity(probe)], forceCreateNewWorkflowTask: true }),
  ]);
  await answerTask(probe, next, {
    commands: [{ commandType: COMPLETE_WORKFLOW, completeWorkflowExecutionCommandAttributes: {} }],
  });
  return { stepsMs, eager: (activityTasks ?? []).length > 0 };
}

const startProbe = ({ service, namespace, taskQueue, identity }: Probe) =>
  service.startWorkflowExecution({
    ...{ namespace, taskQueue, identity, requestId: randomUUID() },
    workflowId: taskQueue.name,
    workflowType: { name: 'DoctorProbe' },
    workflowExecutionTimeout: msToTs('1 minute'),
  });

async function takeTask({ service, namespace, taskQueue, identity }: Probe): Promise<Uint8Array> {
  const { taskToken } = await service.pollWorkflowTaskQueue({ namespace, taskQueue, identity });
  return taskToken;
}

type Answer = Parameters<Probe['service']['respondWorkflowTaskCompleted']>[0];

const answerTask = ({ service, namespace, identity }: Probe, taskToken: Uint8Array, answer: Answer) =>
  service.respondWorkflowTaskCompleted({ namespace, identity, taskToken, ...answer });

const anActivity = ({ taskQueue }: Probe) => ({
  commandType: SCHEDULE_ACTIVITY,
  scheduleActivityTaskCommandAttributes: {
    activityId: '1',
    activityType: { name: 'probe' },
    taskQueue,
    requestEagerExecution: true,
    startToCloseTimeout: msToTs('10 seconds'),
    scheduleToCloseTimeout: msToTs('10 seconds'),
  },
});
