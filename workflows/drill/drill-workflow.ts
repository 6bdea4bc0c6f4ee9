import { CancellationScope, setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import { DRILL_START_WITHIN } from '../../src/domain/drill/drill-objectives';
import { parseDrillPlan } from '../../src/domain/drill/drill-plan';
import type { DrillReport } from '../../src/domain/drill/drill-report';
import { report, runDrill } from '../../src/domain/drill/run-drill';
import { drillWorkflowId } from '../../src/domain/names';
import { orElse } from '../or-else';
import { alertDrill } from './drill-activities';
import { drillEffects } from './drill-effects';

/** One fire drill: its report is its result, and stays in the history. Whoever is not watching is called when it did not pass. */
export async function DrillWorkflow(candidate: unknown): Promise<DrillReport> {
  // Cancelled half-way, it would leave a position behind: it ends by itself within its patience.
  return CancellationScope.nonCancellable(async () => {
    const drilled = await drill(candidate);
    setCurrentDetails(`### ${drilled.verdict}\n${drilled.because}`);
    const unwatched = drilled.plan?.alerts !== false;
    if (unwatched && drilled.verdict !== 'passed') await orElse(alertDrill(drilled), () => undefined);
    return drilled;
  });
}

async function drill(candidate: unknown): Promise<DrillReport> {
  const parsed = parseDrillPlan(candidate);
  if (!parsed.ok) return report(null, 'refused', parsed.sentence);
  const { plan } = parsed;
  const { workflowId, startTime } = workflowInfo();
  const lock = drillWorkflowId(plan.account);
  if (workflowId !== lock && !workflowId.startsWith(`${lock}-`))
    return report(plan, 'refused', `a drill of ${plan.account} runs as ${lock}, not as ${workflowId}`);
  const waitedMs = Date.now() - startTime.getTime();
  if (waitedMs > DRILL_START_WITHIN)
    return report(plan, 'refused', `no worker took it up for ${Math.round(waitedMs / 1_000)} s: order it again`);
  return runDrill(plan, drillEffects());
}
