import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../../../src/temporal/free-port';
import { startServerProcess } from '../../../../src/temporal/server-process';
import { asOwner } from './as-owner';
import { untilOpen } from './until-open';
import type { Database } from './server-environment';

const run = promisify(execFile);

/** A PostgreSQL of our own. */
export interface Cluster extends Database {
  readonly pid: number;
  stop(): Promise<void>;
}

const USER = 'temporal';

/** A private cluster in a temporary folder, on the loopback interface, with PostgreSQL's own settings: every commit reaches the disk. */
export async function startCluster(binaries: string): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'closeproof-postgres-'));
  // PostgreSQL refuses to run as root; whom it runs as must get in.
  chmodSync(folder, 0o777);
  const [data, secret, password] = [join(folder, 'data'), join(folder, 'password'), randomBytes(16).toString('hex')];
  writeFileSync(secret, password);
  const access = ['--username', USER, '--auth', 'scram-sha-256', '--pwfile', secret];
  await run(...asOwner([join(binaries, 'initdb'), '--pgdata', data, ...access]));
  const port = await freePort();
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  const [command, args] = asOwner([join(binaries, 'postgres'), '-D', data, '-p', String(port), ...settings]);
  const server = startServerProcess(command, args);
  await untilOpen('PostgreSQL', `127.0.0.1:${port}`, server);
  const stop = async () => {
    // At once, but with its memory given back.
    process.kill(server.pid, 'SIGQUIT');
    await server.ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { port, user: USER, password, pid: server.pid, stop };
}
