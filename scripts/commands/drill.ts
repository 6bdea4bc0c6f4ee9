import { Option } from 'commander';
import type { Command } from 'commander';
import { holdDrill } from '../../src/client/hold-drill';
import type { ClientPorts } from '../../src/client/ports';
import { loadConfig } from '../../src/config/config';
import { DRILL_PATIENCE, DRILL_START_WITHIN } from '../../src/domain/drill/drill-objectives';
import type { DrillPlan } from '../../src/domain/drill/drill-plan';
import { drillWorkflowId } from '../../src/domain/names';
import { objectiveOption } from '../drill/objective-option';
import { planFrom } from '../drill/plan-from';
import type { DrillOptions } from '../drill/plan-from';
import { printDrill } from '../drill/print-drill';
import { keepSchedule } from '../drill/keep-schedule';
import { EXIT } from '../terminal/exit-codes';
import { parseDuration } from '../terminal/duration';
import { runAction } from '../terminal/run-action';
import { Refused, UserMistake } from '../terminal/user-mistake';
import { withClient } from '../terminal/with-client';

export const addDrillCommand = (program: Command): Command =>
  program
    .command('drill')
    .summary('a fire drill: a small position, its close on the running system, and each stage against its objective')
    .option('--account <name>', 'a configured account, on paper or on binanceusdm-demo; default: the only one')
    .option('--symbol <symbol>', 'where nothing is open', 'BTCUSDT')
    .addOption(new Option('--side <side>', 'default: long, or the side that is open').choices(['long', 'short']))
    .addOption(new Option('--quantity <contracts>', 'default: the least that the venue takes').conflicts('existing'))
    .option('--existing', 'close the position that is held there, instead of putting one on paper')
    .addOption(objectiveOption())
    .option('--patience <duration>', 'how long the close is waited for', parseDuration, DRILL_PATIENCE)
    .option('--operator <name>', 'in whose name; default: your login')
    .addOption(new Option('--every <duration>', 'hold one this often, by a Temporal Schedule').argParser(parseDuration))
    .addOption(new Option('--unschedule', 'hold no more by schedule').conflicts('every'))
    .option('--json', 'one JSON object on standard output')
    .addHelpText('after', EXAMPLES)
    .action((options: DrillOptions) => runAction(() => drill(options)));

const EXAMPLES = `
Examples:
  closeproof drill
  closeproof drill --symbol ETHUSDT --objective order=1s flat=1s --json
  closeproof drill --every 1d
Exit codes: 0 passed, 1 failed, 2 usage, 3 refused, 4 the close was not finished in time, and goes on.`;

async function drill(options: DrillOptions) {
  const config = loadConfig();
  const plan = planFrom(config, options);
  return withClient(config, (ports) =>
    options.every !== undefined || options.unschedule === true
      ? keepSchedule(ports, plan, options)
      : holdOne(ports, plan, options.json === true),
  );
}

// Activities around the close, each with its own patience.
const AROUND_MS = 30_000;

async function holdOne(ports: ClientPorts, plan: DrillPlan, json: boolean) {
  const started = await holdDrill(ports, plan);
  if (started === null) throw new Refused(`${drillWorkflowId(plan.account)} runs already: let it finish`);
  const report = await started.report(DRILL_START_WITHIN + plan.patienceMs + AROUND_MS);
  if (report === null)
    throw new UserMistake(
      `${started.workflowId} has no report: does a worker of account ${plan.account} run? Nothing is put on later than ${DRILL_START_WITHIN / 1_000} s after the order`,
      EXIT.heldOrTimedOut,
    );
  return printDrill(ports, started, report, json);
}
