import type { Command } from 'commander';
import { loadConfig } from '../../src/config/config';
import { loadMonitorSettings } from '../../src/config/monitor-settings';
import { EXIT } from '../terminal/exit-codes';
import { runAction } from '../terminal/run-action';

export const addMonitorCommand = (program: Command): Command =>
  program
    .command('monitor')
    .summary('watch every open position of one account, close what a rule says, serve the board on port 8007')
    .option('--account <name>', 'a configured account; default: the only one')
    .addHelpText(
      'after',
      '\nExample:\n  EXIT_MONITOR_RULES=closeproof-rules.yaml closeproof monitor    # then http://127.0.0.1:8007\n\nSIGHUP reads the rule file again; it is taken whole or refused whole.',
    )
    .action(({ account }: { account?: string }) =>
      runAction(async () => {
        // As for the worker: the SDK and ccxt take half a second each to load.
        const { runMonitor } = await import('../monitor/run-monitor.js');
        await runMonitor(loadConfig(), loadMonitorSettings(), account);
        return EXIT.done;
      }),
    );
