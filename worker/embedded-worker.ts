import type { NativeConnection, Worker } from '@temporalio/worker';
import type { Logger } from 'pino';
import { createWorker } from './create-worker';
import type { WorkerPlan } from './worker-plan';
import { runOwned } from './run-owned';

const START_AGAIN_MS = 1_000;

export interface EmbeddedWorker {
  /** Resolves when its activities have ended, within their grace. */
  stop(): Promise<void>;
}

/**
 * A worker inside another program, on that program's connection, so that a close it starts is handed to it at once. A worker
 * that ends by itself is replaced: the program it lives in goes on.
 */
export function startEmbeddedWorker(
  plan: Omit<WorkerPlan, 'connection'>,
  connection: NativeConnection,
): EmbeddedWorker {
  const life: Life = { worker: null, stopped: false };
  const ended = live(life, { ...plan, connection, place: 'in-monitor' }, plan.ports.logger);
  return {
    stop: () => {
      life.stopped = true;
      shutDown(life);
      return ended;
    },
  };
}

interface Life {
  worker: Worker | null;
  stopped: boolean;
}

async function live(life: Life, plan: WorkerPlan, logger: Logger): Promise<void> {
  while (!life.stopped) {
    const because = await runOne(life, plan, logger);
    // The SDK ends workers at the signals that end a process, a moment before we are asked to.
    await new Promise((resolve) => setTimeout(resolve, life.stopped ? 0 : START_AGAIN_MS));
    if (!life.stopped) logger.error({ because }, 'WORKER ENDED: another is started');
  }
}

/** Resolves with why it ended. */
async function runOne(life: Life, plan: WorkerPlan, logger: Logger): Promise<string> {
  try {
    life.worker = await createWorker(plan);
    const run = runOwned(life.worker, plan);
    // One that was made is also run, and so let go of: a connection cannot be ended while a worker holds it.
    if (life.stopped) shutDown(life);
    else logger.info({ build: plan.build?.buildId ?? null }, 'WORKER READY');
    await run;
    return 'it was shut down';
  } catch (error) {
    return (error as Error).message;
  }
}

function shutDown({ worker }: Life): void {
  if (worker?.getState() === 'RUNNING') worker.shutdown();
}
