import { ServiceError } from '@temporalio/client';
import { pino } from 'pino';
import { runCli } from '../../scripts/demo/run-cli';
import type { CliAnswer } from '../../scripts/demo/run-cli';
import type { CloseproofProcess } from '../../scripts/local-stack/closeproof-process';
import { startWorker } from '../../scripts/local-stack/processes';
import { askSwitch } from '../../src/client/dead-man';
import type { DeadManMode, DeadManPhase } from '../../src/domain/dead-man/dead-man';
import type { DeadManStatus } from '../../src/domain/dead-man/dead-man-messages';
import { Heart } from '../../src/monitor/dead-man/heart';
import { rehearseMonitor } from './monitor-rehearsal';
import type { Monitor, MonitorRehearsal } from './monitor-rehearsal';
import { until } from './rehearsal';
import { startWebhook } from './webhook';
import type { Webhook } from './webhook';

/** As short as a switch may be set. */
export const TIMEOUT_MS = 4_000;

/** One account's switch, with its worker, its monitors and its webhook: every test has its own. */
export interface DeadManRehearsal {
  worker: CloseproofProcess;
  webhook: Webhook;
  /** The kinds of the messages that were posted, in their order. */
  told(): string[];
  startMonitor(changes?: Record<string, string>): Promise<Monitor>;
  /** The part of a monitor that beats, without one and without a worker. */
  heart(sees?: () => boolean): Heart;
  startWorker(): Promise<CloseproofProcess>;
  status(): Promise<DeadManStatus | null>;
  reaches(phase: DeadManPhase, withinMs?: number): Promise<DeadManStatus>;
  closeproof(...args: string[]): Promise<CliAnswer>;
}

/** One Temporal server and one venue for all tests of a file. */
export function rehearseDeadMan(
  take: (
    start: (account: string, mode: DeadManMode) => Promise<DeadManRehearsal>,
    on: MonitorRehearsal,
  ) => void | Promise<void>,
): void {
  const ends: (() => unknown)[] = [];
  rehearseMonitor((on) => take((account, mode) => startOne(on, account, mode, ends), on));
  // Each test starts processes of its own, and waits for silences.
  jest.setTimeout(120_000);
  afterEach(async () => void (await Promise.all(ends.splice(0).map((end) => end()))));
}

async function startOne(
  on: MonitorRehearsal,
  account: string,
  mode: DeadManMode,
  ends: (() => unknown)[],
): Promise<DeadManRehearsal> {
  const webhook = await startWebhook();
  const environment = {
    ...on.environment,
    ...{ CLOSEPROOF_ACCOUNT: account, ALERT_WEBHOOK_URL: webhook.url },
    ...{ DEAD_MAN: mode, DEAD_MAN_TIMEOUT: `${TIMEOUT_MS}ms` },
  };
  const ended = <Process extends { stop(manner?: 'at-once'): unknown }>(process: Process): Process => {
    ends.push(() => process.stop('at-once'));
    return process;
  };
  const startAnother = async () => ended(await startWorker(environment));
  const status = () => askUntilHeard(on, account);
  ends.push(() => webhook.stop());
  return {
    worker: await startAnother(),
    webhook,
    told: () => webhook.received.map(({ kind }) => String(kind)),
    startMonitor: async (changes = {}) => ended(await on.startMonitor({ ...environment, ...changes })),
    startWorker: startAnother,
    heart: (sees = () => true) => {
      const settings = { mode, timeoutMs: TIMEOUT_MS };
      const logger = pino({ level: 'silent' });
      const plan = { account, settings, logger, ownWorker: '', sees, ports: () => on.client, positions: () => 1 };
      return ended(new Heart(plan));
    },
    status,
    reaches: (phase, withinMs) =>
      until(
        `the switch of ${account} is ${phase}`,
        async () => {
          const now = await status().catch(() => null);
          return now?.phase === phase ? now : null;
        },
        withinMs,
      ),
    closeproof: (...args) => runCli(environment, args),
  };
}

/** A question that went to a worker which ended meanwhile is lost, and is asked again. */
async function askUntilHeard(on: MonitorRehearsal, account: string): Promise<DeadManStatus | null> {
  for (let left = ASKED_MAX; ; left -= 1) {
    try {
      return await on.client.client.withDeadline(Date.now() + 2_000, () => askSwitch(on.client, account));
    } catch (error) {
      if (!(error instanceof ServiceError) || left === 1) throw error;
    }
  }
}

const ASKED_MAX = 5;
