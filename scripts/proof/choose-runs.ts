import type { ClientPorts } from '../../src/client/ports';
import { accountOf } from '../../src/config/account';
import type { Config } from '../../src/config/config';
import type { MarketSymbol } from '../../src/domain/market-symbol';
import { CLOSE_WORKFLOW } from '../../src/domain/messages';
import { closeWorkflowId, taskQueue } from '../../src/domain/names';
import { describeRun, isRunId, newestRuns, runsOfDecision } from '../../src/proof/fetch/close-run';
import type { CloseRun, Which } from '../../src/proof/fetch/close-run';
import { Refused, UserMistake } from '../terminal/user-mistake';

export interface Choice {
  symbol: MarketSymbol | null;
  account?: string | undefined;
  workflowId?: string | undefined;
  runId?: string | undefined;
  decision?: string | undefined;
  last: number;
}

/** The runs that were asked for, newest first; never none: then it is said what there is instead. */
export async function chooseRuns(ports: ClientPorts, config: Config, choice: Choice): Promise<CloseRun[]> {
  const { workflowId, decision } = choice;
  if (workflowId !== undefined) return [await namedRun(ports, workflowId, choice.runId)];
  return decision === undefined ? newest(ports, config, choice) : decidedRuns(ports, decision, choice.last);
}

async function namedRun({ client }: ClientPorts, workflowId: string, runId?: string): Promise<CloseRun> {
  if (runId !== undefined && !isRunId(runId)) throw new UserMistake(`${runId} is no run id, which is a UUID`);
  const run = await describeRun(client, workflowId, runId);
  if (run === null)
    throw new Refused(`Temporal has no ${workflowId}${runId === undefined ? '' : ` with run ${runId}`}: ${GONE}`);
  if (run.type === CLOSE_WORKFLOW) return run;
  throw new Refused(`${workflowId} is a ${run.type}, and proofs are of a ${CLOSE_WORKFLOW}`);
}

export const GONE =
  'there never was one, or its history is past the retention; its proof is in the archive if it was collected';

async function decidedRuns({ client }: ClientPorts, decision: string, most: number): Promise<CloseRun[]> {
  if (!/^[\w:.-]{1,128}$/.test(decision)) throw new UserMistake(`${decision} is no decision id`);
  const runs = await runsOfDecision(client, decision, most);
  if (runs.length > 0) return runs;
  throw new Refused(
    `no close was started by decision ${decision}; one that joined a running close stands in that close’s proof`,
  );
}

/** Those that have finished; where none has, the one that runs. */
async function newest({ client }: ClientPorts, config: Config, choice: Choice): Promise<CloseRun[]> {
  const which = whichOf(config, choice);
  const finished = await newestRuns(client, { ...which, running: false }, choice.last);
  if (finished.length > 0) return finished;
  const running = await newestRuns(client, { ...which, running: true }, SEVERAL);
  if (running.length === 1) return running;
  throw new Refused(running.length === 0 ? noneOf(choice) : severalOf(choice, running));
}

const SEVERAL = 10;

function whichOf(config: Config, { symbol, account }: Choice): Omit<Which, 'running'> {
  const accounts = account === undefined ? Object.keys(config.accounts) : [accountOf(config, account).name];
  const sides = ['long', 'short'] as const;
  const workflowIds =
    symbol === null
      ? null
      : accounts.flatMap((name) => sides.map((side) => closeWorkflowId({ account: name, symbol, side })));
  return { taskQueues: accounts.map(taskQueue), workflowIds };
}

const noneOf = ({ symbol }: Choice): string =>
  symbol === null ? `no close is known: ${GONE}` : `no close of ${symbol} is known: ${GONE}`;

const severalOf = ({ symbol }: Choice, running: readonly CloseRun[]): string =>
  `several closes${symbol === null ? '' : ` of ${symbol}`} run and none has finished: name one with --workflow-id ` +
  running.map(({ workflowId }) => workflowId).join(' | ');
