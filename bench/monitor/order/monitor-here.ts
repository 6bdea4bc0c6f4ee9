import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalStack } from '../../../scripts/local-stack/local-stack';
import { assembleMonitor } from '../../../scripts/monitor/assemble-monitor';
import { accountOf } from '../../../src/config/account';
import { loadConfig } from '../../../src/config/config';
import { createLogger } from '../../../src/config/logger';
import { loadProofSettings } from '../../../src/config/proof-settings';
import { loadMonitorSettings } from '../../../src/config/monitor-settings';
import { createMetrics } from '../../../src/monitor/metrics/create-metrics';
import type { Monitor } from '../../../src/monitor/service/monitor';
import type { TemporalLink } from '../../../src/monitor/service/temporal-link';
import { installRuntime } from '../../../worker/install-runtime';

export interface MonitorHere {
  readonly monitor: Monitor;
  readonly link: TemporalLink;
  /** The address of the mark-price stream it listens to. */
  readonly markPrices: string;
  readonly stop: () => Promise<void>;
}

/** The exit monitor with its worker inside, as its process runs it, in this process: beside it the same connection can be used. */
export function startMonitorHere(stack: LocalStack, onDecided: () => void): MonitorHere {
  const logger = createLogger('silent');
  installRuntime(logger);
  const stateFolder = mkdtempSync(join(tmpdir(), 'closeproof-bench-'));
  const config = loadConfig(stack.environment);
  const settings = loadMonitorSettings({ EXIT_MONITOR_STATE_DIR: stateFolder });
  const { name, account } = accountOf(config);
  const counted = createMetrics({ account: name, venue: account.venue, version: 'bench' });
  const metrics = { ...counted, tickToDecision: onDecided };
  const { monitor, link, watch } = assembleMonitor({
    config,
    settings,
    proofs: loadProofSettings({ PROOFS_DIR: stateFolder }),
    name,
    account,
    logger,
    metrics,
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
