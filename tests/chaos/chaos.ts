import { parseArgs } from 'node:util';
import { startField } from './field/field';
import { markdown } from './report/markdown';
import { line, table } from './report/table';
import { runScenario } from './run-scenario';
import type { Outcome } from './run-scenario';
import { SCENARIOS } from './scenarios';
import type { Scenario } from './scenarios/scenario';

const HELP = `npm run chaos [-- --only <part of a name>] [--list] [--json | --markdown]

Kills, freezes and cuts off real processes in the middle of closes: a Temporal server, workers with the real ccxt, the paper
exchange over TCP. After each scenario the venue's audit log must show exactly the position executed, flat, with one order
in flight at a time, and the proof chain must sum to it. Exit code 0 when every scenario held, 1 when one did not.

  --only   only scenarios whose name contains this; may be given several times
  --list   their names, without playing them
  --json   the outcomes as JSON; --markdown as the table of docs/chaos.md
`;

const REPORTS = {
  table: (outcomes: readonly Outcome[]) => `\n${table(outcomes)}`,
  json: (outcomes: readonly Outcome[]) => JSON.stringify(outcomes, null, 2),
  markdown,
};

async function chaos(scenarios: readonly Scenario[], report: keyof typeof REPORTS): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const field = await startField();
  try {
    for (const scenario of scenarios) {
      const outcome = await runScenario(field, scenario);
      outcomes.push(outcome);
      process.stderr.write(`${outcomes.length}/${scenarios.length} ${line(outcome)}\n`);
    }
  } finally {
    await field.stop();
  }
  console.log(REPORTS[report](outcomes));
  return outcomes;
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [''] },
    list: { type: 'boolean' },
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});
const chosen = SCENARIOS.filter(({ name }) => values.only.some((part) => name.includes(part)));
if (values.help === true) console.log(HELP);
else if (values.list === true) console.log(chosen.map(({ name }) => name).join('\n'));
else if (chosen.length === 0) {
  console.error(`No scenario's name contains “${values.only.join('” or “')}”; --list shows them.`);
  process.exitCode = 1;
} else
  chaos(chosen, values.json ? 'json' : values.markdown ? 'markdown' : 'table').then(
    (outcomes) => void (process.exitCode = outcomes.every(({ faults }) => faults.length === 0) ? 0 : 1),
    (error: Error) => {
      console.error(`chaos could not be played: ${error.message}`);
      process.exitCode = 1;
    },
  );
