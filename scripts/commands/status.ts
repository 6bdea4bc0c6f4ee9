import type { Command } from 'commander';
import type { ClientPorts } from '../../src/client/ports';
import { listRunningCloses, showClose } from '../../src/client/show-close';
import type { ShownClose } from '../../src/client/show-close';
import { accountOf } from '../../src/config/account';
import type { Config } from '../../src/config/config';
import type { Side } from '../../src/domain/exit-decision';
import { normaliseSymbol } from '../../src/domain/market-symbol';
import { closeWorkflowId } from '../../src/domain/names';
import { EXIT } from '../terminal/exit-codes';
import { printStatus } from '../terminal/print-status';
import { runAction } from '../terminal/run-action';
import { Refused, UserMistake } from '../terminal/user-mistake';
import { withConfiguredClient } from '../terminal/with-client';

interface StatusOptions {
  account?: string;
  json?: true;
}

export const addStatusCommand = (program: Command): Command =>
  program
    .command('status')
    .summary('what runs now, or the newest closes of one symbol')
    .argument('[symbol]', 'BTCUSDT or BTC/USDT:USDT')
    .option('--account <name>', 'a configured account; default: the only one')
    .option('--json', 'a JSON array on standard output')
    .addHelpText('after', '\nExamples:\n  closeproof status\n  closeproof status BTCUSDT --json')
    .action((symbol: string | undefined, options: StatusOptions) => runAction(() => status(symbol, options)));

const status = (symbol: string | undefined, options: StatusOptions) =>
  withConfiguredClient(async (ports, config) => {
    const closes =
      symbol === undefined ? await listRunningCloses(ports) : await closesOf(ports, config, symbol, options);
    if (symbol !== undefined && closes.length === 0) throw new Refused(`no close of ${symbol} is known`);
    printStatus(closes, options.json === true);
    return closes.some((close) => close.state === 'held') ? EXIT.heldOrTimedOut : EXIT.done;
  });

async function closesOf(
  ports: ClientPorts,
  config: Config,
  typed: string,
  options: StatusOptions,
): Promise<ShownClose[]> {
  const symbol = normaliseSymbol(typed);
  if (symbol === undefined) throw new UserMistake(`${typed} names no market: write BTCUSDT or BTC/USDT:USDT`);
  const { name: account } = accountOf(config, options.account);
  const sides: Side[] = ['long', 'short'];
  const shown = await Promise.all(sides.map((side) => showClose(ports, closeWorkflowId({ account, symbol, side }))));
  return shown.filter((close) => close !== null);
}
