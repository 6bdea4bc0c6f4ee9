import { setTimeout as pause } from 'node:timers/promises';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { accountOf } from '../../src/config/account';
import { taskQueue } from '../../src/domain/names';
import { deploymentOf } from '../../src/temporal/builds/build';
import type { Build } from '../../src/temporal/builds/build';
import { makeCurrent, PromotionRefused, ramp } from '../../src/temporal/builds/promote';
import { readStanding } from '../../src/temporal/builds/standing';
import type { Queue, Standing } from '../../src/temporal/builds/standing';
import { EXIT } from '../terminal/exit-codes';
import { printStanding } from '../terminal/print-standing';
import { runAction } from '../terminal/run-action';
import { Refused, UserMistake } from '../terminal/user-mistake';
import { withConfiguredClient } from '../terminal/with-client';

const ROUTED_WITHIN_MS = 5_000;

interface DeployOptions {
  buildId?: string;
  ramp?: number;
  unversioned?: true;
  account?: string;
  json?: true;
}

export const addDeployCommand = (program: Command): Command =>
  program
    .command('deploy')
    .summary('show which build gets the closes of an account, or have them go to another')
    .option('--build-id <id>', 'promote this build: new closes and running ones go to its workers')
    .option('--ramp <percent>', 'only this share of them; 0 ends the ramp', parsePercent)
    .option('--unversioned', 'back to workers without a build')
    .option('--account <name>', 'a configured account; default: the only one')
    .option('--json', 'one JSON object on standard output')
    .addHelpText('after', EXAMPLES)
    .action((options: DeployOptions) => runAction(() => deploy(options)));

const EXAMPLES = `
Examples:
  closeproof deploy                                    # which build is current, and whose workers are there
  closeproof deploy --build-id 2026-11-26.1 --ramp 10  # a tenth of the closes first
  closeproof deploy --build-id 2026-11-26.1            # all; the old build's id takes it back

Start workers of the new build first (CLOSEPROOF_BUILD_ID), and stop those of the old one last: docs/deploying.md.`;

const deploy = (options: DeployOptions) =>
  withConfiguredClient(async ({ client, namespace }, config) => {
    const change = changeFrom(options);
    const { name: account } = accountOf(config, options.account);
    const queue = { service: client.workflowService, namespace, taskQueue: taskQueue(account) };
    const { current } = await readStanding(queue);
    const configured = deploymentOf(config.build?.deployment ?? 'closeproof', account);
    await change({ ...queue, deployment: current?.deployment ?? configured }).catch(explain);
    printStanding(account, await standingAfter(queue, options), options.json === true);
    return EXIT.done;
  });

/** The task queue hears of a change a moment later than the deployment. */
async function standingAfter(queue: Queue, options: DeployOptions): Promise<Standing> {
  const untilMs = Date.now() + ROUTED_WITHIN_MS;
  for (;;) {
    const standing = await readStanding(queue);
    if (isAsAsked(standing, options) || Date.now() > untilMs) return standing;
    await pause(100);
  }
}

function isAsAsked({ current, ramping }: Standing, { buildId, ramp: percent, unversioned }: DeployOptions): boolean {
  if (percent !== undefined) return (ramping?.percent ?? 0) === percent;
  if (unversioned === true) return current === null;
  return buildId === undefined || current?.buildId === buildId;
}

type Where = Parameters<typeof makeCurrent>[0];
type Change = (where: Where) => Promise<void>;

function changeFrom({ buildId, ramp: percent, unversioned }: DeployOptions): Change {
  if (unversioned === true && (buildId !== undefined || percent !== undefined))
    throw new UserMistake('--unversioned goes back to workers without a build: say it alone');
  if (unversioned === true) return (where) => makeCurrent(where, null);
  if (buildId === undefined && percent !== undefined && percent > 0)
    throw new UserMistake('say which build the ramp is for: --build-id');
  if (percent !== undefined) return (where) => ramp(where, named(where, buildId), percent);
  return buildId === undefined ? () => Promise.resolve() : (where) => makeCurrent(where, named(where, buildId));
}

const named = ({ deployment }: Where, buildId: string | undefined): Build =>
  buildId === undefined ? null : { deployment, buildId };

function explain(error: unknown): never {
  if (error instanceof PromotionRefused)
    throw new Refused(
      `Temporal does not route closes there: ${error.message}. Is a worker with this CLOSEPROOF_BUILD_ID running?`,
    );
  throw error;
}

function parsePercent(text: string): number {
  const percent = Number(text);
  if (/^\d{1,3}(\.\d+)?$/.test(text) && percent <= 100) return percent;
  throw new InvalidArgumentError('a share is between 0 and 100 percent');
}
