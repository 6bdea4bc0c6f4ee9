import type { Check, Evidence } from './check';
import { cannotTell, failAll, fault, pass } from './finding';
import type { Fault } from './finding';

export const intact: Check = {
  id: 'intact',
  title: 'The history is whole, of this run, and what the workflow code does',
  invariants: [9],
  look: (evidence) => {
    const { facts, replay, reading } = evidence;
    const faults = [
      ...gaps(evidence),
      ...foreign(evidence),
      ...evidence.hashFaults.map((says) => fault(says)),
      ...differs(evidence),
    ];
    const ends = [1, facts.eventIds.at(-1) ?? 1];
    if (faults.length > 0) return failAll(faults);
    if (replay.kind === 'notReplayed')
      return cannotTell(`its events follow each other, and nobody has replayed it: ${replay.because}`, ends);
    const soFar = reading.ending.kind === 'running' ? ' so far' : '';
    return pass(
      `${facts.eventIds.length} events${soFar}, none missing, and the workflow code does again what they say`,
      ends,
    );
  },
};

function gaps({ facts }: Evidence): Fault[] {
  const at = facts.eventIds.findIndex((id, index) => id !== index + 1);
  return at < 0
    ? []
    : [fault(`event ${at + 1} is missing: ${facts.eventIds[at]} stands in its place`, facts.eventIds[at] ?? 1)];
}

/** A reset run bears the first run's name for its orders, and its own name where it was reset. */
function foreign({ workflowId, runId, facts }: Evidence): Fault[] {
  const { workflowId: id, originalRunId, resets } = facts;
  const ownRunId = resets.at(-1)?.newRunId ?? originalRunId;
  return [
    ...(id === '' || id === workflowId ? [] : [fault(`it is said to be of ${workflowId}, and is of ${id}`, 1)]),
    ...(ownRunId === runId ? [] : [fault(`it is said to be of run ${runId}, and is of run ${ownRunId}`, 1)]),
  ];
}

function differs({ replay, facts }: Evidence): Fault[] {
  if (replay.kind !== 'differs') return [];
  return [fault(`the workflow code does not do what it says: ${replay.because}`, facts.eventIds.at(-1) ?? 1)];
}
