import { Argument, Option } from 'commander';
import type { Command } from 'commander';
import type { ClientPorts } from '../../src/client/ports';
import { tellSwitch } from '../../src/client/dead-man';
import { accountOf } from '../../src/config/account';
import { DEAD_MAN_MODES } from '../../src/domain/dead-man/dead-man';
import type { DeadManMode } from '../../src/domain/dead-man/dead-man';
import { readMessage } from '../../src/domain/dead-man/dead-man-messages';
import type { DeadManMessage } from '../../src/domain/dead-man/dead-man-messages';
import { parseDuration } from '../terminal/duration';
import { printDeadMan } from '../terminal/print-dead-man';
import { runAction } from '../terminal/run-action';
import { UserMistake } from '../terminal/user-mistake';
import { withConfiguredClient } from '../terminal/with-client';
import { showSwitch } from './show-switch';

type Act = 'status' | 'arm' | 'disarm';

interface DeadManOptions {
  operator?: string;
  reason?: string;
  mode?: DeadManMode;
  timeout?: number;
  account?: string;
  json?: true;
}

export const addDeadManCommand = (program: Command): Command =>
  program
    .command('dead-man')
    .summary('show, arm or disarm the dead man’s switch: what happens when no monitor is heard any more')
    .addArgument(new Argument('[act]').choices(['status', 'arm', 'disarm']).default('status'))
    .option('--operator <name>', 'who arms or disarms')
    .option('--reason <text>', 'why; kept in the history')
    .addOption(
      new Option('--mode <mode>', 'what an armed switch does; default: as monitors are set').choices(DEAD_MAN_MODES),
    )
    .option('--timeout <duration>', 'after how long a silence; default: as monitors are set', parseDuration)
    .option('--account <name>', 'a configured account; default: the only one')
    .option('--json', 'one JSON object on standard output')
    .addHelpText(
      'after',
      '\nExamples:\n  closeproof dead-man\n  closeproof dead-man disarm --operator alice --reason "moving the monitor"\n  closeproof dead-man arm --operator alice --reason "moved" --mode flatten --timeout 30s',
    )
    .action((act: Act, options: DeadManOptions) => runAction(() => deadMan(act, options)));

const deadMan = (act: Act, options: DeadManOptions) =>
  withConfiguredClient(async (ports, config) => {
    const { name: account } = accountOf(config, options.account);
    if (act !== 'status') await order(ports, account, act, options);
    const shown = await showSwitch(ports, account);
    return printDeadMan(shown, options.json === true);
  });

async function order(ports: ClientPorts, account: string, act: 'arm' | 'disarm', options: DeadManOptions) {
  const message = messageFrom(act, options);
  await tellSwitch(ports, account, act, message);
  ports.logger.warn({ account, ...message }, act === 'arm' ? 'DEAD MAN ARMED' : 'DEAD MAN DISARMED');
}

/** The same door as the switch's own: what it would refuse is not sent. */
function messageFrom<Name extends 'arm' | 'disarm'>(act: Name, options: DeadManOptions): DeadManMessage<Name> {
  const { operator, reason, mode, timeout } = options;
  if (operator === undefined || reason === undefined)
    throw new UserMistake(`who ${act}s it, and why? Say --operator NAME --reason TEXT`);
  if (act === 'disarm' && (mode !== undefined || timeout !== undefined))
    throw new UserMistake('--mode and --timeout belong to arm: a disarmed switch does nothing');
  const settings = {
    ...(mode === undefined ? {} : { mode }),
    ...(timeout === undefined ? {} : { timeoutMs: timeout }),
  };
  const read = readMessage(act, { operator, reason, ...settings });
  if (!read.ok) throw new UserMistake(read.because);
  return read.message;
}
