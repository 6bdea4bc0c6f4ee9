import type { Command } from 'commander';
import { releaseClose } from '../../src/client/release-close';
import { closeWorkflowId } from '../../src/domain/names';
import { EXIT } from '../terminal/exit-codes';
import { runAction } from '../terminal/run-action';
import { Refused } from '../terminal/user-mistake';
import { withConfiguredClient } from '../terminal/with-client';
import { targetFrom, withPositionOptions } from './position-options';
import type { PositionOptions } from './position-options';

type ReleaseOptions = PositionOptions & { operator: string; reason: string; json?: true };

export const addReleaseCommand = (program: Command): Command =>
  withPositionOptions(program.command('release'))
    .summary('take a running or held close over by hand: it sends nothing more')
    .argument('<symbol>', 'BTCUSDT or BTC/USDT:USDT')
    .requiredOption('--operator <name>', 'who takes over')
    .requiredOption('--reason <text>', 'why; kept in the history')
    .option('--json', 'one JSON object on standard output')
    .addHelpText(
      'after',
      '\nExample:\n  closeproof release BTCUSDT --side long --operator alice --reason "closing it on the phone"',
    )
    .action((symbol: string, options: ReleaseOptions) => runAction(() => release(symbol, options)));

const release = (symbol: string, options: ReleaseOptions) =>
  withConfiguredClient(async (ports, config) => {
    const target = await targetFrom(config, symbol, options);
    const { operator, reason, json } = options;
    const released = await releaseClose(ports, target, { operator, reason });
    const workflowId = closeWorkflowId(target);
    if (!released) throw new Refused(`no close runs as ${workflowId}: there is nothing to take over`);
    const sentence = `${workflowId} stops at the next point where nothing is in flight; it is ${operator}'s then`;
    process.stdout.write(json === true ? `${JSON.stringify({ released, workflowId })}\n` : `${sentence}\n`);
    return EXIT.done;
  });
