import { Option } from 'commander';
import type { Command } from 'commander';
import { decideNow } from '../../src/client/decide-now';
import { startClose } from '../../src/client/start-close';
import type { Config } from '../../src/config/config';
import { EXIT_REASONS } from '../../src/domain/exit-decision';
import type { ExitDecision, ExitReason } from '../../src/domain/exit-decision';
import { UserMistake } from '../terminal/user-mistake';
import { actOnClose } from './act-on-close';
import type { AnswerOptions } from './act-on-close';
import { loginName, quantityFrom, targetFrom, withPositionOptions } from './position-options';
import type { PositionOptions } from './position-options';
import { readDecision } from './read-decision';
import { waitOption } from './wait-option';

type CloseOptions = PositionOptions & AnswerOptions & { decision?: string; reason: ExitReason; source?: string };

export const addCloseCommand = (program: Command): Command =>
  withPositionOptions(program.command('close'))
    .summary('close a position: start its CloseWorkflow, or join the one that runs')
    .argument('[symbol]', 'BTCUSDT or BTC/USDT:USDT; not with --decision')
    .option('--decision <file>', 'an exit decision as JSON; "-" reads standard input')
    .addOption(new Option('--reason <reason>', 'why').choices(EXIT_REASONS).default('MANUAL'))
    .option('--source <source>', 'who says so; default: operator:<your login>')
    .addOption(waitOption())
    .option('--json', 'one JSON object on standard output')
    .addHelpText('after', EXAMPLES)
    .action((symbol: string | undefined, options: CloseOptions) =>
      actOnClose(options, (config) => decisionFrom(config, symbol, options), startClose),
    );

const EXAMPLES = `
Examples:
  closeproof close BTCUSDT --reason STOP_LOSS --wait
  closeproof close ETHUSDT --side short --fraction 0.5 --json
  closeproof close --decision decision.json`;

async function decisionFrom(config: Config, symbol: string | undefined, options: CloseOptions): Promise<ExitDecision> {
  if (options.decision !== undefined && symbol === undefined) return readDecision(options.decision);
  if (options.decision !== undefined || symbol === undefined)
    throw new UserMistake('name either a symbol or a --decision file: closeproof close BTCUSDT');
  const target = await targetFrom(config, symbol, options);
  const { reason, note, traceId, expiresIn: validForMs, source = `operator:${loginName()}` } = options;
  return decideNow({ ...target, quantity: quantityFrom(options), reason, source, note, validForMs, traceId });
}
