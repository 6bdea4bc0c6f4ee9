import { mkdirSync } from 'node:fs';
import type { Logger } from 'pino';
import { createExchange } from '../../src/exchange/create-exchange';
import { drillGroundOf } from '../../src/exchange/drill-ground';
import { createWatch } from '../../src/exchange/create-watch';
import type { AccountConfig, Config } from '../../src/config/config';
import { keysOf } from '../../src/config/keys';
import type { MonitorSettings } from '../../src/config/monitor-settings';
import type { ProofSettings } from '../../src/config/proof-settings';
import { isAllowedSource } from '../../src/domain/allowed-sources';
import { bestPricesPath } from '../../src/monitor/best-prices/best-price-file';
import { Heart } from '../../src/monitor/dead-man/heart';
import type { Metrics } from '../../src/monitor/metrics/create-metrics';
import { RuleBookKeeper } from '../../src/monitor/rule-book/rule-book-keeper';
import { Monitor } from '../../src/monitor/service/monitor';
import { ProofWatch } from '../../src/monitor/service/proof-watch';
import { TemporalLink } from '../../src/monitor/service/temporal-link';
import { archiveFolder } from '../../src/proof/archive/names';
import { buildOf } from '../../src/temporal/builds/build';
import { packageVersion } from '../../src/temporal/package-version';
import { workerIdentity } from '../../src/temporal/worker-identity';
import { warmUp } from '../../worker/warm-up';
import { workflowBundle } from '../../worker/workflow-bundle';
import { connectWithWorker } from './connect-with-worker';
import { proveApart } from './prove-apart';

export interface MonitorParts {
  config: Config;
  settings: MonitorSettings;
  proofs: ProofSettings;
  name: string;
  account: AccountConfig;
  logger: Logger;
  metrics: Metrics;
}

/** Everything of one account's monitor, made and not yet started: its venue, its way to Temporal with a worker on it, itself. */
export function assembleMonitor({ config, settings, proofs, name, account, logger, metrics }: MonitorParts) {
  const { venue } = account;
  const onWarning = (message: string, details: object) => logger.warn(details, message);
  const options = { ...keysOf(name, account), venue, paperUrl: account.paperUrl, onWarning };
  const exchange = createExchange({ ...options, onUsage: (usage) => metrics.venueUsage(usage) });
  warmUp(exchange, logger);

  const { address, namespace, uiUrl } = config.temporal;
  const bundle = workflowBundle(logger);
  // Nobody waits for it yet: a fault is told by the connection that needs it.
  bundle.catch(() => undefined);
  const ports = {
    ...{ account: name, exchange, logger, alertWebhookUrl: config.alertWebhookUrl },
    isAllowedSource: isAllowedSource.bind(null, config.allowedSources),
    onGhost: () => metrics.ghostFound(),
    drillGround: drillGroundOf(account),
  };
  const link: TemporalLink = new TemporalLink({
    ...{ address, logger },
    connect: async () => {
      const build = buildOf(config.build, name);
      return connectWithWorker({ address, namespace, uiUrl, bundle: await bundle, ports, build, proofs });
    },
    onBack: () => monitor.engine.temporalIsBack(),
  });

  const heart = new Heart({
    ...{ account: name, settings: settings.deadMan, logger, ownWorker: workerIdentity(name, 'in-monitor') },
    ports: () => link.ports(),
    sees: () => monitor.health().status !== 'blind',
    positions: () => monitor.engine.positions.length,
  });

  mkdirSync(settings.stateFolder, { recursive: true });
  const watch = createWatch(options);
  const monitor: Monitor = new Monitor({
    ...{ account: name, venue, version: packageVersion(), exchange, watch, link, logger, metrics },
    keeper: new RuleBookKeeper(settings.rulesFile),
    bestPricesPath: bestPricesPath(settings.stateFolder, name),
    heart,
    manualCloseEnabled: settings.manualCloseEnabled,
    proofs: new ProofWatch(archiveFolder(proofs.folder, name)),
    prove: proveApart,
    door: { accounts: Object.keys(config.accounts), allowedSources: config.allowedSources },
  });
  return { monitor, link, watch };
}
