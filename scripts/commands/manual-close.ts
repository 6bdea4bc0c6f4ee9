import type { Command } from 'commander';
import { manualClose } from '../../src/client/manual-close';
import { decideNow } from '../../src/client/decide-now';
import type { Config } from '../../src/config/config';
import type { ExitDecision } from '../../src/domain/exit-decision';
import { actOnClose } from './act-on-close';
import type { AnswerOptions } from './act-on-close';
import { quantityFrom, targetFrom, withPositionOptions } from './position-options';
import type { PositionOptions } from './position-options';
import { waitOption } from './wait-option';

type ManualOptions = PositionOptions & AnswerOptions & { operator: string; reason: string };

export const addManualCloseCommand = (program: Command): Command =>
  withPositionOptions(program.command('manual-close'))
    .summary('close a position by hand: signals the running close, waking it, or starts one')
    .argument('<symbol>', 'BTCUSDT or BTC/USDT:USDT')
    .requiredOption('--operator <name>', 'who says so')
    .requiredOption('--reason <text>', 'why; kept in the history')
    .addOption(waitOption())
    .option('--json', 'one JSON object on standard output')
    .addHelpText(
      'after',
      '\nExample:\n  closeproof manual-close BTCUSDT --operator alice --reason "exchange maintenance at noon" --wait',
    )
    .action((symbol: string, options: ManualOptions) =>
      actOnClose(
        options,
        (config) => decisionFrom(config, symbol, options),
        (ports, decision) => manualClose(ports, { operator: options.operator, reason: options.reason, decision }),
      ),
    );

async function decisionFrom(config: Config, symbol: string, options: ManualOptions): Promise<ExitDecision> {
  const target = await targetFrom(config, symbol, options);
  const { operator, reason, note = reason, traceId, expiresIn: validForMs } = options;
  const source = `operator:${operator}`;
  return decideNow({
    ...target,
    quantity: quantityFrom(options),
    reason: 'MANUAL',
    source,
    note,
    validForMs,
    traceId,
  });
}
