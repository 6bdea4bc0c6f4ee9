import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDevServer } from '../../../src/temporal/dev-server';
import type { DevServer } from '../../../src/temporal/dev-server';
import { findTemporal } from '../../../src/temporal/find-server';
import { until } from '../../support/rehearsal';

/** A Temporal server whose memory is a file, so that it may be killed. */
export interface MortalTemporal {
  readonly address: string;
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startMortalTemporal(): Promise<MortalTemporal> {
  const folder = mkdtempSync(join(tmpdir(), 'closeproof-chaos-'));
  const plan = { executable: await findTemporal(), uiPort: 'none', databaseFile: join(folder, 'temporal.db') } as const;
  let server: DevServer = await startDevServer(plan);
  const port = Number(server.address.split(':')[1]);
  return {
    address: server.address,
    kill: async () => {
      process.kill(server.pid, 'SIGKILL');
      await until('the Temporal server is gone', () => Promise.resolve(!isAlive(server.pid)));
    },
    restart: async () => void (server = await startDevServer({ ...plan, port })),
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
