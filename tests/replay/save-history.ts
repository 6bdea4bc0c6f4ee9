import { parseArgs } from 'node:util';
import { isGrpcServiceError } from '@temporalio/client';
import { loadConfig } from '../../src/config/config';
import { connectClient } from '../../src/temporal/connection';
import { CannotSave, HISTORIES, isKept, pathFor, saveHistory } from './history-files';
import type { History, Place } from './history-files';
import { rehearseAll } from './rehearse';
import { SCENARIOS } from './scenarios';
import type { Scenario } from './scenarios/scenario';

const HELP = `npm run save-history -- --workflow-id <id> [--run-id <id>] --name <name>
npm run save-history -- --rehearse [<name> …]

Keeps the history of a workflow in tests/replay/histories, where CI replays it against the workflow code of every later
build. The first form takes it from the Temporal server of TEMPORAL_ADDRESS and TEMPORAL_NAMESPACE; without --run-id the
newest run. The second plays scenarios of tests/replay/scenarios with real closes on a private Temporal server and a paper
exchange: those named, or all whose history is not kept yet.

  --force         replace a history that is kept already; then what ran under the old code is no longer proven to replay
  --list          the names of the scenarios
  --out <folder>  elsewhere than tests/replay/histories

Example: npm run save-history -- --workflow-id close:main:BTCUSDT:long --name closed-during-maintenance
`;

const asked = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      'workflow-id': { type: 'string' },
      'run-id': { type: 'string' },
      name: { type: 'string' },
      rehearse: { type: 'boolean' },
      force: { type: 'boolean', default: false },
      list: { type: 'boolean' },
      out: { type: 'string', default: HISTORIES },
      help: { type: 'boolean' },
    },
  });

async function main(): Promise<void> {
  const { values, positionals } = asked();
  const place: Place = { folder: values.out, force: values.force };
  if (values.help === true) return console.log(HELP);
  if (values.list === true) return console.log(SCENARIOS.map(({ name }) => name).join('\n'));
  if (values.rehearse === true) return rehearse(positionals, place);
  const { 'workflow-id': workflowId, 'run-id': runId, name } = values;
  if (workflowId === undefined || name === undefined)
    throw new CannotSave('say --workflow-id and --name, or --rehearse (--help shows both ways)');
  pathFor(name, place);
  console.log(saveHistory(name, await fetchHistory(workflowId, runId), place));
}

async function rehearse(names: readonly string[], place: Place): Promise<void> {
  for await (const { name, history } of rehearseAll(choose(names, place)))
    console.log(saveHistory(name, history, place));
}

/** Those named; or all, but without force only those that are not kept yet. */
function choose(names: readonly string[], place: Place): readonly Scenario[] {
  const unknown = names.filter((name) => !SCENARIOS.some((scenario) => scenario.name === name));
  if (unknown.length > 0) throw new CannotSave(`no scenario is called ${unknown.join(' or ')} (--list shows them)`);
  if (names.length === 0) return SCENARIOS.filter(({ name }) => place.force || !isKept(name, place));
  for (const name of names) pathFor(name, place);
  return SCENARIOS.filter(({ name }) => names.includes(name));
}

async function fetchHistory(workflowId: string, runId: string | undefined): Promise<History> {
  const { address, namespace } = loadConfig().temporal;
  const { client, connection } = await connectClient({ address, namespace });
  try {
    return await client.workflow.getHandle(workflowId, runId).fetchHistory();
  } catch (error) {
    // The server names what it does not know, and what is no run id.
    if (isGrpcServiceError(error)) throw new CannotSave(`Temporal on ${address} says: ${error.details}`);
    throw error;
  } finally {
    await connection.close();
  }
}

main().catch((error: Error & { code?: string }) => {
  process.stderr.write(`save-history: ${error.message}\n`);
  process.exitCode = error instanceof CannotSave || error.code?.startsWith('ERR_PARSE_ARGS') === true ? 2 : 1;
});
