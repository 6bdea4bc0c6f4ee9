import type { DevServer } from '../../src/temporal/dev-server';
import { startCloseproof } from './closeproof-process';
import type { CloseproofProcess } from './closeproof-process';

type OnLine = (line: string) => void;

export interface PaperProcess extends CloseproofProcess {
  readonly url: string;
}

export async function startPaper(port = 0, onLine?: OnLine): Promise<PaperProcess> {
  const paper = await startCloseproof({
    args: ['paper', '--port', String(port)],
    readyWhen: /paper exchange on/,
    onLine,
  });
  const url = /https?:\/\/[\w.:]+/.exec(paper.readyLine)?.[0] ?? '';
  return { ...paper, url };
}

type Reachable = Pick<DevServer, 'address' | 'uiUrl'>;

/** What every process of a local stack is told. */
export const stackEnvironment = (temporal: Reachable, paperUrl: string): Record<string, string> => ({
  TEMPORAL_ADDRESS: temporal.address,
  TEMPORAL_NAMESPACE: 'default',
  ...(temporal.uiUrl === undefined ? {} : { TEMPORAL_UI_URL: temporal.uiUrl }),
  CLOSEPROOF_VENUE: 'paper',
  CLOSEPROOF_PAPER_URL: paperUrl,
});

export interface MonitorProcess extends CloseproofProcess {
  readonly url: string;
}

export async function startMonitor(environment: Record<string, string>, onLine?: OnLine): Promise<MonitorProcess> {
  const monitor = await startCloseproof({ args: ['monitor'], environment, readyWhen: /MONITOR READY/, onLine });
  return { ...monitor, url: (JSON.parse(monitor.readyLine) as { url: string }).url };
}

export const startWorker = (environment: Record<string, string>, onLine?: OnLine): Promise<CloseproofProcess> =>
  startCloseproof({ args: ['worker'], environment, readyWhen: /WORKER READY/, onLine });
