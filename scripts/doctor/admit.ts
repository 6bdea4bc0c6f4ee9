import type { AccountConfig, Config } from '../../src/config/config';
import { ConfigError } from '../../src/config/config-error';
import type { Keys } from '../../src/config/keys';
import { keysOf } from '../../src/config/keys';
import { createLogger } from '../../src/config/logger';
import { loadMonitorSettings } from '../../src/config/monitor-settings';
import { createCheckup } from '../../src/exchange/create-checkup';
import { connectClient } from '../../src/temporal/connection';
import { probeSteps } from '../../src/temporal/probe-steps';
import type { Patient } from './patient';
import { workerBuild } from './worker-build';

/** Begins to reach everything that an account depends on, without waiting for any of it. */
export function admit(config: Config, { name, account }: { name: string; account: AccountConfig }) {
  const { keys, missingKeys } = keysOrNone(name, account);
  // Loads ccxt, and lets nothing else run meanwhile: who waits for an answer by then would find that it is late.
  const checkup = createCheckup({ ...keys, venue: account.venue, paperUrl: account.paperUrl });
  const temporal = reachTemporal(config);
  const venue = checkup.connect().then(() => checkup);
  const state = venue.then(() => checkup.readAccount());
  const steps = temporal.then(({ connection, namespace }) => probeSteps(connection, namespace, PROBE_WITHIN_MS));
  // To bundle the workflows keeps this process busy, so it comes after what is timed.
  const buildAfterwards = () => Promise.allSettled([state, steps]).then(() => config.build?.buildId ?? workerBuild());
  // Whoever awaits them is told; nobody else has to be.
  for (const reached of [temporal, venue, state, steps]) reached.catch(() => undefined);
  const patient: Patient = {
    ...{ config, name, account, missingKeys, monitorUrl: monitorUrl() },
    ...{ temporal, venue, state, steps, workerBuild: buildAfterwards },
  };
  return { patient, discharge: () => temporal.then(({ connection }) => connection.close()).catch(() => undefined) };
}

const PROBE_WITHIN_MS = 15_000;

async function reachTemporal({ temporal: { address, namespace, uiUrl } }: Config) {
  const { client, connection } = await connectClient({ address, namespace });
  return { client, connection, namespace, uiUrl, logger: createLogger('silent') };
}

function keysOrNone(name: string, account: AccountConfig): { keys: Keys; missingKeys: readonly string[] } {
  try {
    return { keys: keysOf(name, account), missingKeys: [] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { keys: { apiKey: '', secret: '' }, missingKeys: error.faults };
  }
}

/** A monitor that listens everywhere is asked here. */
function monitorUrl(): string {
  const { host, port } = loadMonitorSettings();
  const asked = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  return `http://${asked.includes(':') ? `[${asked}]` : asked}:${port}`;
}
