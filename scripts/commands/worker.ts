import type { Command } from 'commander';
import { loadConfig } from '../../src/config/config';
import { loadProofSettings } from '../../src/config/proof-settings';
import { EXIT } from '../terminal/exit-codes';
import { runAction } from '../terminal/run-action';
import { keepStacksShort } from '../../worker/short-stacks';
import { keepHeapSmall } from '../../worker/small-heap';

export const addWorkerCommand = (program: Command): Command =>
  program
    .command('worker')
    .summary('run the worker of one account until stopped')
    .option('--account <name>', 'a configured account; default: the only one')
    .addHelpText(
      'after',
      '\nExample:\n  CLOSEPROOF_VENUE=paper closeproof worker --account main\n\nIts log names its identity and its build. With CLOSEPROOF_BUILD_ID it gets closes once closeproof deploy has promoted that\nbuild, or once no worker of the current one is left; without, it shares all closes with every other worker.',
    )
    .action(({ account }: { account?: string }) =>
      runAction(async () => {
        keepHeapSmall();
        keepStacksShort();
        // The SDK and its native core take half a second to load, which no other command should wait for.
        const { runWorker } = await import('../../worker/main.js');
        await runWorker(loadConfig(), loadProofSettings(), account);
        return EXIT.done;
      }),
    );
