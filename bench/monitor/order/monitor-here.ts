import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalStack } from '../../../scripts/local-stack/local-stack';
import { connectWithWorker } from '../../../scripts/monitor/connect-with-worker';
import { createLogger } from '../../../src/config/logger';
import { createExchange } from '../../../src/exchange/create-exchange';
import { createWatch } from '../../../src/exchange/create-watch';
import { bestPricesPath } from '../../../src/monitor/best-prices/best-price-file';
import { createMetrics } from '../../../src/monitor/metrics/create-metrics';
import { RuleBookKeeper } from '../../../src/monitor/rule-book/rule-book-keeper';
import { Monitor } from '../../../src/monitor/service/monitor';
import { TemporalLink } from '../../../src/monitor/service/temporal-link';
import { installRuntime } from '../../../worker/install-runtime';
import { warmUp } from '../../../worker/warm-up';
import { workflowBundle } from '../../../worker/workflow-bundle';

export interface MonitorHere {
  readonly monitor: Monitor;
  readonly link: TemporalLink;
  /** The address of the mark-price stream it listens to. */
  readonly markPrices: string;
  readonly stop: () => Promise<void>;
}

/** The exit monitor with its worker inside, as its process runs it, in this process: beside it the same connection can be used. */
export async function startMonitorHere(stack: LocalStack, onDecided: () => void): Promise<MonitorHere> {
  const logger = createLogger('silent');
  installRuntime(logger);
  const venue = { venue: 'paper', apiKey: 'paper-key', secret: 'paper-secret', paperUrl: stack.paper.url } as const;
  const [exchange, watch] = [createExchange(venue), createWatch(venue)];
  warmUp(exchange, logger);
  const bundle = await workflowBundle(logger);
  const { address } = stack.temporal;
  const link: TemporalLink = new TemporalLink({
    ...{ address, logger },
    connect: () => connectWithWorker({ address, namespace: 'default', uiUrl: '', bundle, ports }),
    onBack: () => monitor.engine.temporalIsBack(),
  });
  const ports = { account: 'main', exchange, logger, alertWebhookUrl: null, isAllowedSource: () => true };
  const stateFolder = mkdtempSync(join(tmpdir(), 'closeproof-bench-'));
  const monitor = new Monitor({
    ...{ account: 'main', venue: 'paper', version: 'bench', watch, exchange, link, logger },
    keeper: new RuleBookKeeper(null),
    bestPricesPath: bestPricesPath(stateFolder, 'main'),
    metrics: { ...createMetrics({ account: 'main', venue: 'paper', version: 'bench' }), tickToDecision: onDecided },
    manualCloseEnabled: false,
    door: { accounts: ['main'], allowedSources: [] },
  });
  link.start();
  monitor.start();
  const stop = async () => {
    await monitor.stop();
    await link.stop();
    rmSync(stateFolder, { recursive: true, force: true });
  };
  return { monitor, link, markPrices: watch.streams.markPrices, stop };
}
