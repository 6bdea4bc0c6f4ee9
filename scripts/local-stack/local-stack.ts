import { findTemporal } from '../../src/temporal/find-server';
import { startDevServer } from '../../src/temporal/dev-server';
import type { DevServer, DevServerOptions } from '../../src/temporal/dev-server';
import { allStarted } from './all-started';
import type { CloseproofProcess } from './closeproof-process';
import { startMonitor, startPaper, startWorker, stackEnvironment } from './processes';
import type { MonitorProcess, PaperProcess } from './processes';

/** Everything a close needs, on this machine: Temporal with its UI, the paper exchange, a worker. */
export interface LocalStack {
  readonly temporal: DevServer;
  readonly paper: PaperProcess;
  readonly environment: Record<string, string>;
  /** `changes` to what the worker is told: other keys, another account. */
  startWorker(changes?: Record<string, string>): Promise<CloseproofProcess>;
  /** The exit monitor; `changes` likewise. Without EXIT_MONITOR_PORT it listens on 8007. */
  startMonitor(changes?: Record<string, string>): Promise<MonitorProcess>;
  stop(): Promise<void>;
}

export interface StackPlan {
  /** 0 or absent: free ports, for tests; a person wants the ones in the documents. */
  ports?: { temporal: number; ui: number | 'none'; paper: number };
  /** Absent: Temporal keeps nothing. */
  databaseFile?: string | undefined;
  dynamicConfig?: DevServerOptions['dynamicConfig'];
  onLine?: (process: 'temporal' | 'paper' | 'worker' | 'monitor', line: string) => void;
}

/** Temporal and the paper exchange; workers are started, and killed, by whoever rehearses with them. */
export async function startLocalStack({
  ports = { temporal: 0, ui: 0, paper: 0 },
  databaseFile,
  dynamicConfig,
  onLine = () => undefined,
}: StackPlan): Promise<LocalStack> {
  const running: { stop(): Promise<void> }[] = [];
  const keep = <T extends { stop(): Promise<void> }>(process: T): T => (running.push(process), process);
  const stop = async () => void (await Promise.all(running.splice(0).map((process) => process.stop())));
  try {
    const executable = await findTemporal();
    const [temporal, paper] = await allStarted([
      startDevServer({
        executable,
        port: ports.temporal,
        uiPort: ports.ui,
        databaseFile,
        dynamicConfig,
        onLine: (line) => onLine('temporal', line),
      }).then(keep),
      startPaper(ports.paper, (line) => onLine('paper', line)).then(keep),
    ]);
    const environment = stackEnvironment(temporal, paper.url);
    const startOne = (changes = {}) =>
      startWorker({ ...environment, ...changes }, (line) => onLine('worker', line)).then(keep);
    const startWatching = (changes = {}) =>
      startMonitor({ ...environment, ...changes }, (line) => onLine('monitor', line)).then(keep);
    return { temporal, paper, environment, startWorker: startOne, startMonitor: startWatching, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
