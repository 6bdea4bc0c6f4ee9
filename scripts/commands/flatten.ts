import { Option } from 'commander';
import type { Command } from 'commander';
import { flatten } from '../../src/client/flatten';
import { flattenNow } from '../../src/client/flatten-now';
import { followFlatten } from '../../src/client/follow-flatten';
import { readFlattenPlan } from '../../src/client/plan-flatten';
import { stopFlatten } from '../../src/client/stop-flatten';
import { loadConfig } from '../../src/config/config';
import type { Config } from '../../src/config/config';
import type { FlattenRequest } from '../../src/domain/flatten/flatten-request';
import { EXIT } from '../terminal/exit-codes';
import type { ExitCode } from '../terminal/exit-codes';
import { flattenTeller } from '../terminal/flatten-teller';
import { printFlatten } from '../terminal/print-flatten';
import { printFlattenPlan } from '../terminal/print-flatten-plan';
import { runAction } from '../terminal/run-action';
import { Refused } from '../terminal/user-mistake';
import { withClient } from '../terminal/with-client';
import { admitFlatten, exchangeOf, scopeFrom } from './flatten-door';
import type { FlattenOptions } from './flatten-options';
import { patienceOf, waitOption } from './wait-option';

export const addFlattenCommand = (program: Command): Command =>
  program
    .command('flatten')
    .summary('every position of an account to zero: starts its FlattenWorkflow, or joins the one that runs')
    .requiredOption('--operator <name>', 'who says so')
    .requiredOption('--reason <text>', 'why; kept in the history')
    .option('--account <name>', 'a configured account; default: the only one')
    .option('--symbols <list>', 'only these markets, such as BTCUSDT,ETHUSDT')
    .addOption(new Option('--side <side>', 'only positions on this side').choices(['long', 'short']))
    .addOption(new Option('--dry-run', 'print what would be cancelled and sent, by reading the venue; nothing is'))
    .addOption(
      new Option('--stop', 'end the running flatten: it names what is open; closes that run go on').conflicts([
        ...['dryRun', 'symbols', 'side', 'wait'],
      ]),
    )
    .addOption(waitOption('flatten'))
    .option('--json', 'one JSON object on standard output')
    .addHelpText('after', EXAMPLES)
    .action((options: FlattenOptions) => runAction(() => act(loadConfig(), options)));

const EXAMPLES = `
It stays until the venue shows no position in scope and no order that could open one, twice in a row. A flatten that runs
already is joined: its scope then covers both. The venue does not know which strategy opened a position, so there is no
scope by source.

Examples:
  closeproof flatten --operator alice --reason "exchange in trouble" --dry-run
  closeproof flatten --operator alice --reason "exchange in trouble" --wait
  closeproof flatten --operator alice --reason "no more longs today" --symbols BTCUSDT,ETHUSDT --side long --wait 2m
  closeproof flatten --operator alice --reason "closing the rest by phone" --stop`;

async function act(config: Config, options: FlattenOptions): Promise<ExitCode> {
  if (options.stop === true) return stop(config, options);
  const request = await requestFrom(config, options);
  return options.dryRun === true ? dryRun(config, request, options) : start(config, request, options);
}

async function requestFrom(config: Config, options: FlattenOptions): Promise<FlattenRequest> {
  const { account, scope } = await scopeFrom(config, options);
  return admitFlatten(config, flattenNow({ account, scope, operator: options.operator, note: options.reason }));
}

async function dryRun(config: Config, { account, scope }: FlattenRequest, { json }: FlattenOptions): Promise<ExitCode> {
  printFlattenPlan(await readFlattenPlan(exchangeOf(config, account), scope), json === true);
  return EXIT.done;
}

const start = (config: Config, request: FlattenRequest, { wait, json }: FlattenOptions): Promise<ExitCode> =>
  withClient(config, async (ports) => {
    const receipt = await flatten(ports, request);
    const teller = flattenTeller(json === true ? null : process.stderr);
    const followed = await followFlatten(ports, receipt, patienceOf(wait), (status) => teller.tell(status));
    teller.end(followed.kind === 'finished' ? followed.result.lines : []);
    return printFlatten(receipt, followed, { json: json === true, awaited: wait !== undefined });
  });

const stop = (config: Config, options: FlattenOptions): Promise<ExitCode> =>
  withClient(config, async (ports) => {
    const { operator, reason, json } = options;
    const { account } = await scopeFrom(config, options);
    if (!(await stopFlatten(ports, account, { operator, reason })))
      throw new Refused(`no flatten of ${account} runs: there is nothing to stop`);
    const sentence = `the flatten of ${account} ends and names what is open; closes that run go on`;
    process.stdout.write(json === true ? `${JSON.stringify({ stopped: true, account })}\n` : `${sentence}\n`);
    return EXIT.done;
  });
