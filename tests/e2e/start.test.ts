/** `npm start` as a person runs it: one terminal, everything in it, Ctrl-C. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cliScript } from '../../scripts/local-stack/closeproof-process';
import { paperAdmin } from '../../scripts/local-stack/paper-admin';
import { startClose } from '../../src/client/start-close';
import type { CloseResult } from '../../src/domain/close-result';
import { createLogger } from '../../src/config/logger';
import { freePort } from '../../src/temporal/free-port';
import { connectClient } from '../../src/temporal/connection';
import { decisionFor, until } from '../support/rehearsal';

jest.setTimeout(180_000);

interface Started {
  readonly child: ChildProcess;
  readonly lines: string[];
}

const folder = mkdtempSync(join(tmpdir(), 'closeproof-start-'));
const running: Started[] = [];

afterAll(async () => {
  const left = running
    .map(({ child }) => child)
    .filter(({ exitCode, signalCode }) => (exitCode ?? signalCode) === null);
  await Promise.all(left.map((child) => (child.kill('SIGKILL'), once(child, 'exit'))));
  rmSync(folder, { recursive: true, force: true });
});

function start(...args: string[]): Started {
  const environment = {
    ...process.env,
    EXIT_MONITOR_STATE_DIR: folder,
    PROOFS_DIR: join(folder, 'proofs'),
    LOG_LEVEL: 'info',
  };
  const child = spawn(process.execPath, [...cliScript(), 'dev', ...args], { env: environment });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => lines.push(...String(chunk).split('\n')));
  running.push({ child, lines });
  return { child, lines };
}

const anyPort = ['--temporal-port', '0', '--ui-port', '0', '--paper-port', '0', '--monitor-port', '0'];

const urlAfter = (word: string, { lines }: Started): string | undefined =>
  lines
    .find((line) => line.includes(word))
    // Colours are off where no terminal reads.
    ?.match(/http:\/\/[\w.:]+/)?.[0];

const welcomed = (started: Started) =>
  until(
    'it has said what runs',
    () => Promise.resolve(started.lines.some((line) => line.includes('Ctrl-C ends'))),
    60_000,
  );

const healthOf = async (board: string): Promise<{ positionsWatched: number }> =>
  (await (await fetch(`${board}/health`)).json()) as { positionsWatched: number };

const isAlive = async (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

it('Ctrl-C ends all of it cleanly, and a close in flight goes on at the next start from the same file', async () => {
  const temporalPort = String(await freePort());
  const ports = [
    '--temporal-port',
    temporalPort,
    ...anyPort.slice(2),
    '--database',
    join(folder, 'temporal.db'),
    '--no-walk',
  ];
  const first = start(...ports);
  await welcomed(first);
  const paperUrl = urlAfter('paper exchange', first)!;
  const board = urlAfter('the board', first)!;
  await until('all positions are watched', async () => (await healthOf(board)).positionsWatched === 45);

  // The key is refused until the exchange is another one: the close is held over the restart.
  await paperAdmin(paperUrl).breakNext({
    ...{
      route: 'POST /fapi/v1/order',
      when: 'before',
      kind: 'status',
      status: 400,
      code: -2015,
      msg: 'Invalid API-key',
    },
    ...{ match: { symbol: 'LINKUSDT' }, times: 1_000 },
  });
  const { client, connection } = await connectClient({ address: `127.0.0.1:${temporalPort}`, namespace: 'default' });
  const ports4 = { client, namespace: 'default', uiUrl: '', logger: createLogger('silent') };
  const receipt = await startClose(ports4, decisionFor('LINK/USDT:USDT', 'long'));
  await until('an order was refused', async () => (await paperAdmin(paperUrl).latestSequence()) > 0);

  first.child.kill('SIGINT');
  const [code] = (await once(first.child, 'exit')) as [number | null];
  expect(code).toBe(0);
  for (const url of [`${paperUrl}/fapi/v1/ping`, `${board}/health`]) expect(await isAlive(url)).toBe(false);

  const second = start(...ports);
  await welcomed(second);
  const result = await client.workflow.result<() => Promise<CloseResult>>(receipt.workflowId, receipt.runId);
  expect(result).toMatchObject({ outcome: 'closed', executedQuantity: '500' });
  const executed = await paperAdmin(urlAfter('paper exchange', second)!).executions('LINKUSDT');
  expect(executed.map(({ quantity }) => quantity)).toEqual(['500']);
  await connection.close();
  second.child.kill('SIGINT');
  expect(((await once(second.child, 'exit')) as [number | null])[0]).toBe(0);
});

it('a port that is taken is one sentence with a remedy, and nothing is started', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo;
  const started = start(...anyPort.slice(0, 6), '--monitor-port', String(port));
  const [code] = (await once(started.child, 'exit')) as [number | null];
  holder.close();
  expect(code).toBe(2);
  expect(started.lines.filter((line) => line !== '')).toEqual([
    expect.stringContaining(`Port ${port} of 127.0.0.1 cannot be used`) as string,
  ]);
});
