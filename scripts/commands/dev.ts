import type { Command } from 'commander';
import pc from 'picocolors';
import { allStarted } from '../local-stack/all-started';
import { startLocalStack } from '../local-stack/local-stack';
import type { LocalStack } from '../local-stack/local-stack';
import { demoPositions } from '../local-stack/demo-positions';
import { paperAdmin } from '../local-stack/paper-admin';
import { scheduleProofs } from '../../src/client/schedule-proofs';
import { accountOf } from '../../src/config/account';
import { loadConfig } from '../../src/config/config';
import { proofsFolder } from '../../src/config/proof-settings';
import { connectClient } from '../../src/temporal/connection';
import { freePort } from '../../src/temporal/free-port';
import { EXIT } from '../terminal/exit-codes';
import { parsePort } from '../terminal/parse-port';
import { runAction } from '../terminal/run-action';
import { untilStopped } from '../terminal/until-stopped';

/** By a price a second, the first exits of 45 positions come within a few minutes. */
const WALK = { volatility: '0.0008', everyMs: 1_000, seed: 7 };

const COLLECT_EVERY_MS = 60_000;

interface DevOptions {
  logs?: true;
  database?: string;
  /** False with --no-walk. */
  walk: boolean;
  temporalPort: number;
  uiPort: number;
  paperPort: number;
  monitorPort: number;
}

export const addDevCommand = (program: Command): Command =>
  program
    .command('dev')
    .summary('everything on this machine until Ctrl-C: Temporal with its UI, paper exchange, worker, exit monitor')
    .option('--logs', 'show the log lines of all processes')
    .option('--database <file>', 'keep Temporal in this file: closes in flight go on at the next start')
    .option('--no-walk', 'leave the prices where they are')
    .option('--temporal-port <port>', 'of the Temporal server; 0 takes a free one, here and below', parsePort, 7233)
    .option('--ui-port <port>', 'of its UI', parsePort, 8233)
    .option('--paper-port <port>', 'of the paper exchange', parsePort, 8100)
    .option('--monitor-port <port>', 'of the board', parsePort, 8007)
    .addHelpText(
      'after',
      '\nExamples:\n  closeproof dev    # and in another terminal: closeproof close BTCUSDT\n  closeproof dev --database .closeproof/temporal.db --logs',
    )
    .action((options: DevOptions) => runAction(() => dev(options)));

async function dev({ logs, database, walk, ...ports }: DevOptions) {
  // Before anything is started: a port that is taken is a sentence, and not half a stack.
  const { temporalPort: temporal, uiPort: ui, paperPort: paperAt, monitorPort } = ports;
  for (const port of [temporal, ui, paperAt, monitorPort]) await freePort(port);
  const onLine = (process: string, line: string) => void (logs && console.log(`${pc.dim(process.padEnd(8))} ${line}`));
  const stack = await startLocalStack({ ports: { temporal, ui, paper: paperAt }, databaseFile: database, onLine });
  try {
    const paper = paperAdmin(stack.paper.url);
    await paper.putPositions(demoPositions);
    const [, monitor] = await allStarted([
      stack.startWorker(),
      stack.startMonitor({ EXIT_MONITOR_PORT: String(monitorPort) }),
    ]);
    await collectProofs(stack);
    if (walk) await paper.walk(WALK);
    console.log(welcome(stack, monitor.url));
    await untilStopped();
  } finally {
    await stack.stop();
  }
  return EXIT.done;
}

/** A proof of each close, within a minute. */
async function collectProofs({ temporal }: LocalStack): Promise<void> {
  const { name } = accountOf(loadConfig());
  const { client, connection } = await connectClient({ address: temporal.address, namespace: 'default' });
  await scheduleProofs({ client }, name, COLLECT_EVERY_MS).finally(() => connection.close());
}

const welcome = ({ temporal, paper }: LocalStack, monitorUrl: string): string => `
  the board        ${pc.cyan(monitorUrl)}   ${demoPositions.length} positions watched
  Temporal UI      ${pc.cyan(temporal.uiUrl ?? 'none')}
  paper exchange   ${pc.cyan(`${paper.url}/paper/`)}
  worker           ready
  proofs           ${proofsFolder()}

  Try, in another terminal:  ${pc.bold('npm run closeproof -- close BTCUSDT')}
                             ${pc.bold('npm run closeproof -- watch')}
  Ctrl-C ends all of it.
`;
