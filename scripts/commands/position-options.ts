import { userInfo } from 'node:os';
import { Option } from 'commander';
import type { Command } from 'commander';
import { accountOf } from '../../src/config/account';
import type { Config } from '../../src/config/config';
import type { ExitQuantity, Side } from '../../src/domain/exit-decision';
import { normaliseSymbol } from '../../src/domain/market-symbol';
import type { CloseTarget } from '../../src/domain/names';
import { parseDuration } from '../terminal/duration';
import { UserMistake } from '../terminal/user-mistake';
import { openSide } from './open-side';

/** The options by which a position and a part of it are named. */
export interface PositionOptions {
  side?: Side;
  amount?: string;
  fraction?: string;
  account?: string;
  note?: string;
  expiresIn: number;
  traceId?: string;
}

export const withPositionOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--side <side>', 'without it, the venue is asked which side is open').choices(['long', 'short']),
    )
    .addOption(new Option('--amount <contracts>', 'close only this much').conflicts('fraction'))
    .option('--fraction <part>', 'close only this part, such as 0.5')
    .option('--account <name>', 'a configured account; default: the only one')
    .option('--note <text>', 'kept in the history')
    .option(
      '--expires-in <duration>',
      'how long the decision may wait to be acted on',
      parseDuration,
      parseDuration('10m'),
    )
    .option('--trace-id <id>', 'ties the logs of several systems together');

export async function targetFrom(config: Config, typed: string, options: PositionOptions): Promise<CloseTarget> {
  const symbol = normaliseSymbol(typed);
  if (symbol === undefined) throw new UserMistake(`${typed} names no market: write BTCUSDT or BTC/USDT:USDT`);
  const { name: account } = accountOf(config, options.account);
  return { account, symbol, side: options.side ?? (await openSide(config, account, symbol)) };
}

export function quantityFrom({ amount, fraction }: PositionOptions): ExitQuantity {
  if (amount !== undefined) return { amount };
  return fraction === undefined ? 'all' : { fraction };
}

export const loginName = (): string => userInfo().username;
