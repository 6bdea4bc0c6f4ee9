import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Connection } from '@temporalio/client';
import { devServerArguments, devServerEnvironment } from './dev-server-settings';
import type { DevServerSettings } from './dev-server-settings';
import { freePort } from './free-port';
import { keepHistories } from './keep-histories';
import { registerSearchAttributes } from './register-search-attributes';
import { startServerProcess } from './server-process';
import type { ServerProcess } from './server-process';
import { waitForNamespace } from './wait-for-namespace';

export interface DevServerOptions {
  readonly executable: string;
  /** 0 or absent: a free port. */
  readonly port?: number | undefined;
  /** 0 or absent: a free port. 'none': no UI. */
  readonly uiPort?: number | 'none' | undefined;
  /** Absent: in memory. */
  readonly databaseFile?: string | undefined;
  readonly namespace?: string | undefined;
  readonly dynamicConfig?: DevServerSettings['dynamicConfig'];
  readonly onLine?: ((line: string) => void) | undefined;
}

export interface DevServer {
  readonly address: string;
  readonly uiUrl: string | undefined;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

const READY_WITHIN_MS = 30_000;

/** A Temporal server of our own on the loopback interface, tuned, with our search attributes, ready to be used. */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const settings = await settle(options);
  const { executable, onLine } = options;
  // `env` adds to the environment that the server inherits, and becomes the server.
  const command = [...devServerEnvironment, executable, ...devServerArguments(settings)];
  const server = startServerProcess('env', command, onLine);
  const address = `127.0.0.1:${settings.port}`;
  try {
    await prepare(await ready(server, address, settings.namespace), settings.namespace);
  } catch (error) {
    await server.stop();
    throw failure(server, address, error);
  }
  const uiUrl = settings.uiPort === 'none' ? undefined : `http://127.0.0.1:${settings.uiPort}`;
  // In memory there is nothing to save, and an orderly end takes a second.
  const manner = settings.databaseFile === undefined ? 'at-once' : 'orderly';
  return { address, uiUrl, pid: server.pid, stop: () => server.stop(manner) };
}

async function settle({
  port,
  uiPort,
  namespace = 'default',
  databaseFile,
  dynamicConfig,
}: DevServerOptions): Promise<DevServerSettings> {
  if (databaseFile !== undefined) await mkdir(dirname(databaseFile), { recursive: true });
  const ports = { port: await freePort(port), uiPort: uiPort === 'none' ? uiPort : await freePort(uiPort) };
  return { ...ports, namespace, databaseFile, dynamicConfig };
}

async function ready(server: ServerProcess, address: string, namespace: string): Promise<Connection> {
  const died = new AbortController();
  const death = server.ended.then((how) => {
    died.abort();
    throw new Error(`it ended with ${how}`);
  });
  const patience = AbortSignal.any([died.signal, AbortSignal.timeout(READY_WITHIN_MS)]);
  return Promise.race([waitForNamespace(address, namespace, patience), death]);
}

async function prepare(connection: Connection, namespace: string): Promise<void> {
  try {
    await registerSearchAttributes(connection, namespace);
    await keepHistories(connection, namespace);
  } finally {
    await connection.close();
  }
}

function failure(server: ServerProcess, address: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const output =
    server.lastLines.length === 0 ? 'It wrote nothing.' : `Its last lines:\n${server.lastLines.join('\n')}`;
  return new Error(`The Temporal dev server on ${address} did not start: ${reason}. ${output}`, { cause });
}
