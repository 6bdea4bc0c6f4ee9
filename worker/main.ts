import { NativeConnection } from '@temporalio/worker';
import { isAllowedSource } from '../src/domain/allowed-sources';
import { taskQueue } from '../src/domain/names';
import { accountOf } from '../src/config/account';
import type { Config } from '../src/config/config';
import { keysOf } from '../src/config/keys';
import { createLogger } from '../src/config/logger';
import type { ProofSettings } from '../src/config/proof-settings';
import { createExchange } from '../src/exchange/create-exchange';
import { drillGroundOf } from '../src/exchange/drill-ground';
import { buildOf } from '../src/temporal/builds/build';
import { createWorker } from './create-worker';
import { installRuntime } from './install-runtime';
import { runOwned } from './run-owned';
import { warmUp } from './warm-up';
import { workflowBundle } from './workflow-bundle';

/** Runs one account's worker until it is told to stop. The only place that knows everything. */
export async function runWorker(config: Config, proofs: ProofSettings, accountName?: string): Promise<void> {
  const { name, account } = accountOf(config, accountName);
  const keys = keysOf(name, account);
  const logger = createLogger(config.logLevel).child({ account: name });
  installRuntime(logger);

  const exchange = createExchange({
    ...keys,
    venue: account.venue,
    paperUrl: account.paperUrl,
    onWarning: (message, details) => logger.warn(details, message),
  });
  warmUp(exchange, logger);
  const bundle = await workflowBundle(logger);
  const connection = await NativeConnection.connect({ address: config.temporal.address });
  const { allowedSources, alertWebhookUrl } = config;
  const ports = {
    account: name,
    exchange,
    logger,
    alertWebhookUrl,
    isAllowedSource: isAllowedSource.bind(null, allowedSources),
    drillGround: drillGroundOf(account),
  };
  const { namespace } = config.temporal;
  const build = buildOf(config.build, name);
  const worker = await createWorker({ connection, namespace, bundle, ports, build, proofs });
  logger.info(
    {
      task_queue: taskQueue(name),
      venue: account.venue,
      identity: worker.options.identity,
      build: build?.buildId ?? null,
    },
    'WORKER READY',
  );
  await runOwned(worker, { connection, namespace, ports, build }).finally(() => connection.close());
}
