import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Connection } from '@temporalio/client';
import { searchAttributeNames } from '../../src/domain/search-attribute-names';
import { connectClient, TemporalUnreachable } from '../../src/temporal/connection';
import { startDevServer } from '../../src/temporal/dev-server';
import type { DevServer, DevServerOptions } from '../../src/temporal/dev-server';
import { findTemporal } from '../../src/temporal/find-server';
import { missingSearchAttributes } from '../../src/temporal/register-search-attributes';
import { root } from '../support/source-files';

const DAY = 24 * 60 * 60;

let executable: string;
let folder: string;
const started: DevServer[] = [];

// Long: the first run of all may have to build it.
beforeAll(async () => (executable = await findTemporal()), 900_000);
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'closeproof-dev-server-'))));
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()));
  rmSync(folder, { recursive: true });
});

async function start(options: Partial<DevServerOptions> = {}): Promise<DevServer> {
  const server = await startDevServer({ executable, uiPort: 'none', ...options });
  started.push(server);
  return server;
}

async function withConnection<T>(address: string, namespace: string, use: (_: Connection) => Promise<T>): Promise<T> {
  const { connection } = await connectClient({ address, namespace });
  return use(connection).finally(() => connection.close());
}

const answers = (address: string): Promise<boolean> =>
  withConnection(address, 'default', () => Promise.resolve(true)).catch(() => false);

const retentionDays = async (connection: Connection, namespace: string): Promise<number> => {
  const { config } = await connection.workflowService.describeNamespace({ namespace });
  return Number(config?.workflowExecutionRetentionTtl?.seconds) / DAY;
};

test('A dev server has our search attributes and keeps histories for 30 days, in the namespace asked for', async () => {
  const { address } = await start({ namespace: 'closes' });
  await withConnection(address, 'closes', async (connection) => {
    expect(await missingSearchAttributes(connection, 'closes')).toEqual([]);
    expect(await retentionDays(connection, 'closes')).toBe(30);
  });
});

test('It stops when told, and then nothing answers', async () => {
  const { address, stop } = await start();
  await stop();
  await expect(connectClient({ address, namespace: 'default' })).rejects.toThrow(TemporalUnreachable);
});

test('Its UI answers where a link leads', async () => {
  const { uiUrl } = await start({ uiPort: 0 });
  const response = await fetch(`${uiUrl}/namespaces/default/workflows/close%3Amain%3ABTCUSDT%3Along/run/history`);
  expect(response.status).toBe(200);
});

test('With a database file a second server finds what the first one knew', async () => {
  const databaseFile = join(folder, 'data', 'temporal.db');
  const first = await start({ databaseFile });
  await withConnection(first.address, 'default', (connection) =>
    connection.operatorService.addSearchAttributes({ namespace: 'default', searchAttributes: { Kept: 4 } }),
  );
  await first.stop();
  const second = await start({ databaseFile });
  const { customAttributes } = await withConnection(second.address, 'default', (connection) =>
    connection.operatorService.listSearchAttributes({ namespace: 'default' }),
  );
  expect(Object.keys(customAttributes)).toEqual(expect.arrayContaining(['Kept', ...searchAttributeNames]));
});

describe('it says why it did not start', () => {
  test('when the port is taken, without touching the server that has it', async () => {
    const port = Number((await start()).address.split(':')[1]);
    await expect(start({ port })).rejects.toThrow(`Port ${port} of 127.0.0.1 cannot be used`);
  });

  test('when the executable ends at once, with its last words', async () => {
    const databaseFile = join(folder, 'not-a-database');
    await expect(start({ executable: process.execPath, databaseFile })).rejects.toThrow(/ended with .* last lines:\n/s);
  });
});

test('It does not outlive us, even when we are killed', async () => {
  const parent = fork(join(root, 'tests', 'support', 'start-dev-server.ts'), [executable], {
    execArgv: ['--import', 'tsx'],
  });
  const [{ address }] = (await once(parent, 'message')) as [{ address: string }];
  parent.kill('SIGKILL');
  const patience = Date.now() + 10_000;
  while ((await answers(address)) && Date.now() < patience) await delay(100);
  expect(await answers(address)).toBe(false);
}, 30_000);

test('The compose namespace script prepares a namespace, and may run again', async () => {
  const { address } = await start();
  const env = {
    HOME: folder,
    PATH: `${dirname(executable)}:${process.env['PATH']}`,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: 'composed',
    RETENTION: '720h',
  };
  const prepare = () => promisify(execFile)('sh', [join(root, 'ops', 'docker', 'prepare-namespace.sh')], { env });
  await prepare();
  await prepare();
  await withConnection(address, 'composed', async (connection) => {
    expect(await missingSearchAttributes(connection, 'composed')).toEqual([]);
    expect(await retentionDays(connection, 'composed')).toBe(30);
  });
}, 60_000);
