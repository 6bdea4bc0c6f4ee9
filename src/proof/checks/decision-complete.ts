import type { Asker } from '../../domain/close-result';
import type { ExitDecision } from '../../domain/exit-decision';
import { closeWorkflowId } from '../../domain/names';
import type { Check, Evidence, Finding } from './check';
import { cannotTell, fail, failAll, fault, pass } from './finding';
import type { Fault } from './finding';

/** No field of a decision vanishes: it is whole, or it is refused by the names of what is missing, and nothing is sent. */
export const decisionComplete: Check = {
  id: 'decision-complete',
  title: 'The decision was complete: reduceOnly, source, reason',
  invariants: [5, 9],
  look: (evidence) => {
    const { decision, decisionFault } = evidence.reading;
    return decision === null ? incomplete(evidence, String(decisionFault)) : complete(evidence, decision);
  },
};

function incomplete({ orders, reading }: Evidence, missing: string): Finding {
  const { result, ending } = reading;
  const events = [1, ...orders.map(({ eventId }) => eventId)];
  if (orders.length > 0) return fail(`an order was sent for a decision that is none: ${missing}`, events);
  if (result?.outcome === 'refused')
    return pass(`it was not, and was refused by name: ${missing}`, [1, ...endOf(reading)]);
  if (ending.kind === 'running')
    return cannotTell(`it was not, and nothing has been said of it yet: ${missing}`, events);
  return fail(`it was not, and was not refused: ${missing}`, events);
}

function complete(evidence: Evidence, decision: ExitDecision): Finding {
  const faults = [...wrongLock(evidence, decision), ...unheardOf(evidence, decision)];
  if (faults.length > 0) return failAll(faults);
  const { asked, result } = evidence.reading;
  const { source, reason, decisionId } = decision;
  const heard = result?.asked.length ?? asked.filter(({ fault: wrong }) => wrong === null).length;
  const others = heard > 1 ? `, and ${heard - 1} more asked` : '';
  return pass(
    `${reason} by ${source}, reduceOnly true, decision ${decisionId}${others}`,
    asked.map(({ eventId }) => eventId),
  );
}

/** The workflow id is the lock on one position, and the decision is for that position. */
function wrongLock({ workflowId, reading: { result } }: Evidence, decision: ExitDecision): Fault[] {
  const lock = closeWorkflowId(decision);
  if (workflowId === lock || result?.outcome === 'refused') return [];
  return [fault(`the decision is for ${lock}, and the close ran as ${workflowId}`, 1)];
}

/** Whom the result names must have asked, as the history has it. */
function unheardOf({ reading, facts }: Evidence, decision: ExitDecision): Fault[] {
  const { result, asked } = reading;
  if (result === null || result.asked.length === 0) return [];
  const before = facts.continued?.asked ?? [];
  const known = [...asked, ...before];
  const strangers = result.asked.filter((asker) => !known.some((one) => isSame(one, asker)));
  const first =
    result.asked[0]?.decisionId === decision.decisionId ? [] : ['the one that started the close is not the first'];
  return [
    ...strangers.map((asker) => `nobody asked as ${asker.source} for ${asker.reason} (${asker.decisionId})`),
    ...first,
  ].map((says) => fault(`the result does not name those who asked: ${says}`, 1, ...endOf(reading)));
}

const isSame = (
  one: Record<'decisionId' | 'source' | 'reason', string>,
  { decisionId, source, reason }: Asker,
): boolean => one.decisionId === decisionId && one.source === source && one.reason === reason;

const endOf = ({ ending }: Evidence['reading']): number[] => (ending.kind === 'running' ? [] : [ending.eventId]);
