import { scheduleDrill, unscheduleDrill } from '../../src/client/drill-schedule';
import type { ClientPorts } from '../../src/client/ports';
import type { DrillPlan } from '../../src/domain/drill/drill-plan';
import { drillWorkflowId } from '../../src/domain/names';
import { EXIT } from '../terminal/exit-codes';
import type { ExitCode } from '../terminal/exit-codes';
import { Refused } from '../terminal/user-mistake';
import type { DrillOptions } from './plan-from';

/** Sets the account's schedule of drills, or takes it away. */
export async function keepSchedule(ports: ClientPorts, plan: DrillPlan, options: DrillOptions): Promise<ExitCode> {
  const scheduleId = drillWorkflowId(plan.account);
  const done =
    options.every === undefined ? await remove(ports, plan) : await scheduleDrill(ports, plan, options.every);
  const sentence =
    options.every === undefined
      ? `${scheduleId}: no drill is held by schedule any more`
      : `${scheduleId}: a drill of ${plan.symbol} every ${options.every / 1_000} s (${done}); one that does not pass calls the operator`;
  process.stdout.write(options.json === true ? `${JSON.stringify({ scheduleId, done })}\n` : `${sentence}\n`);
  return EXIT.done;
}

async function remove(ports: ClientPorts, { account }: DrillPlan): Promise<'removed'> {
  if (await unscheduleDrill(ports, account)) return 'removed';
  throw new Refused(`no drill of ${account} is scheduled`);
}
