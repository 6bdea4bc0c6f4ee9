import { Runtime } from '@temporalio/worker';
import type { Logger } from 'pino';
import { temporalLogger } from './temporal-logger';

/** Before any worker or native connection of the process. Core's lines are forwarded too: they would bypass the logger. */
export function installRuntime(logger: Logger): void {
  Runtime.install({
    logger: temporalLogger(logger),
    telemetryOptions: { logging: { forward: {}, filter: { core: 'WARN', other: 'ERROR' } } },
  });
}
