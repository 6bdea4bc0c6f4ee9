import type { Command } from 'commander';
import pc from 'picocolors';
import { startLocalStack } from '../local-stack/local-stack';
import type { LocalStack } from '../local-stack/local-stack';
import { demoPositions } from '../local-stack/demo-positions';
import { paperAdmin } from '../local-stack/paper-admin';
import { EXIT } from '../terminal/exit-codes';
import { runAction } from '../terminal/run-action';
import { untilStopped } from '../terminal/until-stopped';

const PORTS = { temporal: 7233, ui: 8233, paper: 8100 };

export const addDevCommand = (program: Command): Command =>
  program
    .command('dev')
    .summary('everything on this machine until Ctrl-C: Temporal with its UI, paper exchange, worker')
    .option('--logs', 'show the log lines of all processes')
    .addHelpText('after', '\nExample:\n  closeproof dev    # and in another terminal: closeproof close BTCUSDT')
    .action((options: { logs?: true }) => runAction(() => dev(options.logs === true)));

async function dev(logs: boolean) {
  const onLine = (process: string, line: string) => void (logs && console.log(`${pc.dim(process.padEnd(8))} ${line}`));
  const stack = await startLocalStack({ ports: PORTS, onLine });
  try {
    await paperAdmin(stack.paper.url).putPositions(demoPositions);
    await stack.startWorker();
    console.log(welcome(stack));
    await untilStopped();
  } finally {
    await stack.stop();
  }
  return EXIT.done;
}

const welcome = ({ temporal, paper }: LocalStack): string => `
  Temporal UI      ${pc.cyan(temporal.uiUrl ?? 'none')}
  paper exchange   ${pc.cyan(`${paper.url}/paper/state`)}   ${demoPositions.length} positions open
  worker           ready

  Try, in another terminal:  ${pc.bold('npm run closeproof -- close BTCUSDT')}
  Ctrl-C ends all of it.
`;
