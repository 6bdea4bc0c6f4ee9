import type { Logger } from 'pino';
import { accountOf } from '../../src/config/account';
import type { Config } from '../../src/config/config';
import { createLogger } from '../../src/config/logger';
import type { MonitorSettings } from '../../src/config/monitor-settings';
import { loadProofSettings } from '../../src/config/proof-settings';
import { createHttpServer } from '../../src/monitor/http/create-http-server';
import { listen } from '../../src/monitor/http/listen';
import { createMetrics } from '../../src/monitor/metrics/create-metrics';
import { freePort } from '../../src/temporal/free-port';
import { packageVersion } from '../../src/temporal/package-version';
import { installRuntime } from '../../worker/install-runtime';
import { untilStopped } from '../terminal/until-stopped';
import { assembleMonitor } from './assemble-monitor';

/** For the last lines of the log. */
const LEAVE_AFTER_MS = 500;

/**
 * The exit monitor of one account, with a worker inside: until it is told to stop. It begins to watch at once, whether or not
 * Temporal answers.
 */
export async function runMonitor(config: Config, settings: MonitorSettings, accountName?: string): Promise<void> {
  try {
    await run(config, settings, accountName);
  } finally {
    // Clients and the SDK's runtime would keep a process alive that has nothing more to do, or could not begin.
    setTimeout(() => process.exit(), LEAVE_AFTER_MS).unref();
  }
}

async function run(config: Config, settings: MonitorSettings, accountName?: string): Promise<void> {
  const { name, account } = accountOf(config, accountName);
  const logger = createLogger(config.logLevel).child({ account: name });
  const sdkMetrics = `127.0.0.1:${await freePort()}`;
  installRuntime(logger, sdkMetrics);
  const version = packageVersion();
  const metrics = createMetrics({ account: name, venue: account.venue, version, temporalMetricsAddress: sdkMetrics });
  const { monitor, link } = assembleMonitor({
    config,
    settings,
    proofs: loadProofSettings(),
    name,
    account,
    logger,
    metrics,
  });
  const app = createHttpServer(monitor, settings, logger);
  const port = await listen(app, settings);
  process.on('SIGHUP', () => monitor.engine.reloadRules());
  link.start();
  monitor.start();
  sayReady(logger, settings, port);
  await untilStopped();
  await app.close();
  await monitor.stop();
  await link.stop();
}

function sayReady(logger: Logger, { host, manualCloseEnabled }: MonitorSettings, port: number): void {
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  logger.info({ url, manual_close: manualCloseEnabled }, 'MONITOR READY');
}
