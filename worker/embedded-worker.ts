import type { NativeConnection, Worker } from '@temporalio/worker';
import type { Logger } from 'pino';
import { createWorker } from './create-worker';
import type { WorkerPlan } from './create-worker';

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
  const ended = live(life, { ...plan, connection }, plan.ports.logger);
  return {
    stop: () => {
      life.stopped = true;
      if (life.worker?.getState() === 'RUNNING') life.worker.shutdown();
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
    try {
      life.worker = await createWorker(plan);
      logger.info('WORKER READY');
      // Asked to stop while it was being made.
      if (life.stopped) return;
      await life.worker.run();
    } catch (error) {
      logger.error({ error: (error as Error).message }, 'WORKER ENDED: another is started');
      await new Promise((resolve) => setTimeout(resolve, START_AGAIN_MS));
    }
  }
}
