import type { Command } from 'commander';
import pc from 'picocolors';
import { accountOf } from '../../src/config/account';
import type { Config } from '../../src/config/config';
import { normaliseSymbol } from '../../src/domain/market-symbol';
import { parseDuration } from '../terminal/duration';
import { EXIT } from '../terminal/exit-codes';
import { runAction } from '../terminal/run-action';
import { untilStopped } from '../terminal/until-stopped';
import { UserMistake } from '../terminal/user-mistake';
import { withConfiguredClient } from '../terminal/with-client';
import type { Choice } from '../watch/list-closes';
import { lineForPerson } from '../watch/print-line';
import { watchCloses } from '../watch/watch-closes';
import type { WatchLine } from '../watch/watch-line';

interface WatchOptions {
  account?: string;
  symbol?: string;
  since?: number;
  json?: true;
}

export const addWatchCommand = (program: Command): Command =>
  program
    .command('watch')
    .summary('follow the closes as they happen, until Ctrl-C')
    .option('--symbol <symbol>', 'only this market: BTCUSDT or BTC/USDT:USDT')
    .option('--account <name>', 'only this account; default: every configured one')
    .option('--since <duration>', 'begin with what happened before: 10m, 2h', parseDuration)
    .option('--json', 'one JSON object a line, in the words of the logs')
    .addHelpText('after', EXAMPLES)
    .action((options: WatchOptions) => runAction(() => watch(options)));

const EXAMPLES = `
Examples:
  closeproof watch
  closeproof watch --symbol BTCUSDT --since 10m
  closeproof watch --json | jq 'select(.marker == "CLOSE HELD")'`;

const watch = (options: WatchOptions) =>
  withConfiguredClient(async (ports, config) => {
    const choice = choiceFrom(config, options);
    const sinceMs = Date.now() - (options.since ?? 0);
    const { address } = config.temporal;
    process.stderr.write(`closeproof: watching ${wordsFor(choice)} at ${address}; Ctrl-C ends it\n`);
    await watchCloses(ports, { ...choice, sinceMs, address, tell: printer(options), stop: whenStopped() });
    return EXIT.done;
  });

function choiceFrom(config: Config, { account, symbol: typed }: WatchOptions): Choice {
  const accounts = account === undefined ? Object.keys(config.accounts) : [accountOf(config, account).name];
  if (typed === undefined) return { accounts, symbol: null };
  const symbol = normaliseSymbol(typed);
  if (symbol === undefined) throw new UserMistake(`${typed} names no market: write BTCUSDT or BTC/USDT:USDT`);
  return { accounts, symbol };
}

const wordsFor = ({ accounts, symbol }: Choice): string => `${symbol ?? 'all closes'} of ${accounts.join(', ')}`;

/** Ctrl-C, or a reader that has seen enough: `closeproof watch | head -1`. */
function whenStopped(): AbortSignal {
  const stop = new AbortController();
  void untilStopped().then(() => stop.abort());
  process.stdout.on('error', () => stop.abort());
  return stop.signal;
}

/** Colours are for eyes: a build server sets them on by itself, so a terminal is asked for as well. */
function printer({ json }: WatchOptions): (line: WatchLine) => void {
  const colours = pc.createColors(pc.isColorSupported && process.stdout.isTTY === true);
  return (line) =>
    void process.stdout.write(`${json === true ? JSON.stringify(line) : lineForPerson(line, colours)}\n`);
}
