import { mkdirSync } from 'node:fs';
import type { Logger } from 'pino';
import { createExchange } from '../../src/exchange/create-exchange';
import { createWatch } from '../../src/exchange/create-watch';
import { accountOf } from '../../src/config/account';
import type { Config } from '../../src/config/config';
import { keysOf } from '../../src/config/keys';
import { createLogger } from '../../src/config/logger';
import type { MonitorSettings } from '../../src/config/monitor-settings';
import { isAllowedSource } from '../../src/domain/allowed-sources';
import { bestPricesPath } from '../../src/monitor/best-prices/best-price-file';
import { createHttpServer } from '../../src/monitor/http/create-http-server';
import { listen } from '../../src/monitor/http/listen';
import { createMetrics } from '../../src/monitor/metrics/create-metrics';
import { RuleBookKeeper } from '../../src/monitor/rule-book/rule-book-keeper';
import { Monitor } from '../../src/monitor/service/monitor';
import { TemporalLink } from '../../src/monitor/service/temporal-link';
import { freePort } from '../../src/temporal/free-port';
import { packageVersion } from '../../src/temporal/package-version';
import { installRuntime } from '../../worker/install-runtime';
import { warmUp } from '../../worker/warm-up';
import { workflowBundle } from '../../worker/workflow-bundle';
import { untilStopped } from '../terminal/until-stopped';
import { connectWithWorker } from './connect-with-worker';

/**
 * The exit monitor of one account, with a worker inside: until it is told to stop. It begins to watch at once, whether or not
 * Temporal answers.
 */
export async function runMonitor(config: Config, settings: MonitorSettings, accountName?: string): Promise<void> {
  const { name, account } = accountOf(config, accountName);
  const logger = createLogger(config.logLevel).child({ account: name });
  const version = packageVersion();
  const sdkMetrics = `127.0.0.1:${await freePort()}`;
  installRuntime(logger, sdkMetrics);

  const options = { ...keysOf(name, account), venue: account.venue, paperUrl: account.paperUrl };
  const onWarning = (message: string, details: object) => logger.warn(details, message);
  const metrics = createMetrics({ account: name, venue: account.venue, version, temporalMetricsAddress: sdkMetrics });
  const exchange = createExchange({ ...options, onWarning, onUsage: (usage) => metrics.venueUsage(usage) });
  const watch = createWatch({ ...options, onWarning });
  warmUp(exchange, logger);

  const ports = {
    ...{ account: name, exchange, logger, alertWebhookUrl: config.alertWebhookUrl },
    isAllowedSource: isAllowedSource.bind(null, config.allowedSources),
    onGhost: () => metrics.ghostFound(),
  };
  const bundle = workflowBundle(logger);
  const { address, namespace, uiUrl } = config.temporal;
  const link: TemporalLink = new TemporalLink({
    ...{ address, logger },
    connect: async () => connectWithWorker({ address, namespace, uiUrl, bundle: await bundle, ports }),
    onBack: () => monitor.engine.temporalIsBack(),
  });
  mkdirSync(settings.stateFolder, { recursive: true });
  const monitor = new Monitor({
    ...{ account: name, venue: account.venue, version, watch, exchange, link, logger },
    keeper: new RuleBookKeeper(settings.rulesFile),
    bestPricesPath: bestPricesPath(settings.stateFolder, name),
    metrics,
    manualCloseEnabled: settings.manualCloseEnabled,
    door: { accounts: Object.keys(config.accounts), allowedSources: config.allowedSources },
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
