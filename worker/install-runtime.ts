import { Runtime } from '@temporalio/worker';
import type { Logger } from 'pino';
import { WORKER_HEARTBEAT_MS } from '../src/temporal/builds/standing';
import { temporalLogger } from './temporal-logger';

/** Before any worker or native connection of the process. Core's lines are forwarded too: they would bypass the logger. `metricsAddress`: where the SDK serves its own metrics. */
export function installRuntime(logger: Logger, metricsAddress: string | null = null): void {
  Runtime.install({
    logger: temporalLogger(logger),
    // By these it is known whether a worker of a build is left.
    workerHeartbeatInterval: WORKER_HEARTBEAT_MS,
    telemetryOptions: {
      logging: { forward: {}, filter: { core: 'WARN', other: 'ERROR' } },
      ...(metricsAddress === null ? {} : { metrics: { prometheus: prometheusAt(metricsAddress) } }),
    },
  });
}

/** With the names that Prometheus recommends, as docs/metrics.md has them. */
const prometheusAt = (bindAddress: string) => ({
  bindAddress,
  countersTotalSuffix: true,
  unitSuffix: true,
  useSecondsForDurations: true,
});
