import { isZero } from '../decimal';
import type { DecimalText } from '../decimal';
import type { CloseTarget } from '../names';
import type { Position } from '../position';
import type { DrillClose, DrillEffects, DrillEvidence } from './drill-effects';
import { faultOf, judgeDrill } from './judge-drill';
import type { DrillPlan } from './drill-plan';
import type { DrillReport, DrillVerdict } from './drill-report';

/**
 * A fire drill: a position, its close through the real way, and what the venue and the history say of it. It touches no
 * position that was there before unless it was told to, and it takes off what it put on and its close has left.
 */
export async function runDrill(plan: DrillPlan, effects: DrillEffects): Promise<DrillReport> {
  const survey = await effects.survey(plan);
  if (survey.kind === 'refused') return report(plan, 'refused', survey.because);
  if (survey.kind === 'unreadable') return report(plan, 'failed', survey.because);
  if (survey.kind === 'holding') return closeAndJudge(plan, survey.position, effects);
  const { side, quantity } = survey;
  const target = { account: plan.account, symbol: plan.symbol, side };
  const opening = await effects.putOn(target, quantity);
  const judged =
    opening.kind === 'failed'
      ? report(plan, 'failed', opening.because)
      : await closeAndJudge(plan, opening.position, effects);
  return tidyUp(judged, target, quantity, effects);
}

async function closeAndJudge(plan: DrillPlan, position: Position, effects: DrillEffects): Promise<DrillReport> {
  const { decision, venueAtMs: decidedAtMs } = await effects.publishExit(plan, position);
  const close = await effects.close(decision, plan.patienceMs);
  if (close.kind === 'lost') return report(plan, 'failed', close.because);
  const { workflowId, runId } = close;
  const { account, symbol, side } = decision;
  const evidence = await effects.readEvidence({ target: { account, symbol, side }, close, sinceMs: decidedAtMs });
  const stages = judgeDrill({ decidedAtMs, close, evidence }, plan.objectives);
  const { verdict, because } = conclude(plan, close, faultOf(stages));
  return { ...report(plan, verdict, because), stages, close: { workflowId, runId }, leftOpen: leftOpen(evidence) };
}

function conclude(
  plan: DrillPlan,
  close: DrillClose,
  fault: string | null,
): { verdict: DrillVerdict; because: string } {
  if (close.kind === 'running')
    return { verdict: 'unfinished', because: `after ${plan.patienceMs} ms the close is not finished; it goes on` };
  if (fault === null) return { verdict: 'passed', because: 'every stage held' };
  const ended = close.kind === 'finished' && close.result.outcome !== 'closed' ? close.result : null;
  if (ended === null) return { verdict: 'failed', because: fault };
  return { verdict: 'failed', because: `the close ended ${ended.outcome}: ${ended.because}` };
}

const leftOpen = (evidence: DrillEvidence): DecimalText | null =>
  evidence.kind === 'unreadable' ? null : evidence.openQuantity;

/** A close that still runs owns its position: nothing is taken from under it. */
async function tidyUp(
  judged: DrillReport,
  target: CloseTarget,
  quantity: DecimalText,
  effects: DrillEffects,
): Promise<DrillReport> {
  if (judged.verdict === 'unfinished' || judged.verdict === 'passed') return judged;
  if (judged.close !== null && isFlat(judged.leftOpen)) return judged;
  const open = await effects.takeOff(target, quantity);
  return { ...judged, cleared: isFlat(open), leftOpen: open };
}

const isFlat = (open: DecimalText | null): boolean => open !== null && isZero(open);

export const report = (plan: DrillPlan | null, verdict: DrillVerdict, because: string): DrillReport => ({
  verdict,
  because,
  plan,
  stages: [],
  close: null,
  leftOpen: '0',
  cleared: false,
});
