import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { paperAdmin } from '../../scripts/local-stack/paper-admin';
import type { PaperAdmin } from '../../scripts/local-stack/paper-admin';
import { startMonitor, startPaper } from '../../scripts/local-stack/processes';
import type { MonitorProcess } from '../../scripts/local-stack/processes';
import type { ClientPorts } from '../../src/client/ports';
import type { HealthView, PositionView } from '../../src/monitor/views';
import { readHistory } from '../../src/proof/read-history';
import type { Recorded } from '../../src/proof/recorded';
import { connectClient } from '../../src/temporal/connection';
import { startMortalTemporal } from '../chaos/field/temporal';
import type { MortalTemporal } from '../chaos/field/temporal';
import { until } from './rehearsal';

export const TOKEN = 'a-token-for-rehearsals-0123456789';

/** A real Temporal server that may be killed, a real paper exchange, and real monitor processes beside each other. */
export interface MonitorRehearsal {
  temporal: MortalTemporal;
  paper: PaperAdmin;
  /** The paper exchange's other admin calls, below /paper. */
  admin(method: 'POST' | 'DELETE', path: string, body?: object): Promise<unknown>;
  client: ClientPorts;
  /** Every run of a close's workflow id, newest first. */
  runsOf(workflowId: string): Promise<{ runId: string; status: string }[]>;
  /** What the newest run of a close has in its history. */
  historyOf(workflowId: string): Promise<Recorded[]>;
  /** Orders are refused for the key in these symbols until `paper.mend()`. */
  refuseOrders(symbol: string): Promise<unknown>;
  environment: Record<string, string>;
  startMonitor(changes?: Record<string, string>): Promise<Monitor>;
  end(): Promise<void>;
}

/** One monitor process, with a state folder of its own and its rule file in it. */
export interface Monitor extends MonitorProcess {
  /** Every line it wrote. */
  lines: readonly string[];
  folder: string;
  /** Waits until it knows the price of a position. */
  sees(marketId: string): Promise<PositionView>;
  /** Takes the place of its rule file, and has it read again. */
  giveRules(rules: object | string): void;
  health(): Promise<HealthView>;
  position(marketId: string): Promise<PositionView | undefined>;
  get(path: string): Promise<Answer>;
  post(path: string, headers?: Record<string, string>): Promise<Answer>;
}

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** One rehearsal for all tests of a file. */
export function rehearseMonitor(take: (rehearsal: MonitorRehearsal) => void | Promise<void>): void {
  jest.setTimeout(60_000);
  let rehearsal: MonitorRehearsal | undefined;
  beforeAll(async () => {
    rehearsal = await startRehearsal();
    await take(rehearsal);
  });
  afterAll(() => rehearsal?.end());
}

export async function startRehearsal(): Promise<MonitorRehearsal> {
  const [temporal, paper] = await Promise.all([startMortalTemporal(), startPaper()]);
  const { client, connection } = await connectClient({ address: temporal.address, namespace: 'default' });
  const environment = {
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: 'default',
    CLOSEPROOF_VENUE: 'paper',
    CLOSEPROOF_PAPER_URL: paper.url,
  };
  const monitors: Monitor[] = [];
  return {
    temporal,
    environment,
    paper: paperAdmin(paper.url),
    admin: (method, path, body) => ask(`${paper.url}/paper/${path}`, { method, ...bodyOf(body) }),
    runsOf: async (workflowId) => {
      const runs: { runId: string; status: string }[] = [];
      for await (const { runId, status } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` }))
        runs.push({ runId, status: status.name });
      return runs;
    },
    historyOf: async (workflowId) => readHistory(await client.workflow.getHandle(workflowId).fetchHistory()),
    refuseOrders: (symbol) =>
      paperAdmin(paper.url).breakNext({
        ...{ route: 'POST /fapi/v1/order', when: 'before', kind: 'status', status: 400, times: 1_000 },
        ...{ code: -2015, msg: 'Invalid API-key, IP, or permissions for action.', match: { symbol } },
      }),
    client: { client, namespace: 'default', uiUrl: '', logger: pino({ level: 'silent' }) },
    startMonitor: async (changes = {}) => {
      const monitor = await startOne({ ...environment, ...changes });
      monitors.push(monitor);
      return monitor;
    },
    end: async () => {
      await Promise.all(monitors.map((monitor) => monitor.stop('at-once')));
      await connection.close();
      await Promise.all([paper.stop(), temporal.stop()]);
      for (const { folder } of monitors) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startOne(environment: Record<string, string>): Promise<Monitor> {
  const folder = environment['EXIT_MONITOR_STATE_DIR'] ?? mkdtempSync(join(tmpdir(), 'closeproof-monitor-'));
  const rulesFile = join(folder, 'rules.yaml');
  if (!existsSync(rulesFile)) writeFileSync(rulesFile, '{}');
  const lines: string[] = [];
  const settings = {
    EXIT_MONITOR_PORT: '0',
    EXIT_MONITOR_STATE_DIR: folder,
    EXIT_MONITOR_RULES: rulesFile,
    EXIT_MONITOR_MANUAL_CLOSE_ENABLED: 'true',
    EXIT_MONITOR_MANUAL_CLOSE_TOKEN: TOKEN,
  };
  const monitor = await startMonitor({ ...settings, ...environment }, (line) => lines.push(line));
  const position = async (marketId: string) => {
    const { positions } = (await get('/positions')).body as unknown as { positions: PositionView[] };
    return positions.find((one) => one.marketId === marketId);
  };
  const get = (path: string) => ask(`${monitor.url}${path}`, { method: 'GET' });
  return {
    ...monitor,
    lines,
    folder,
    giveRules: (rules) => {
      writeFileSync(rulesFile, typeof rules === 'string' ? rules : JSON.stringify(rules));
      process.kill(monitor.pid, 'SIGHUP');
    },
    get,
    health: async () => (await get('/health')).body as unknown as HealthView,
    position,
    sees: (marketId) =>
      until(`${marketId} and its price are seen`, async () => {
        const seen = await position(marketId);
        return seen === undefined || seen.markPrice === null ? null : seen;
      }),
    post: (path, headers = { 'x-exit-token': TOKEN }) => ask(`${monitor.url}${path}`, { method: 'POST', headers }),
  };
}

const bodyOf = (body?: object) => (body === undefined ? {} : { body: JSON.stringify(body) });

async function ask(url: string, request: RequestInit): Promise<Answer> {
  const answer = await fetch(url, request);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
