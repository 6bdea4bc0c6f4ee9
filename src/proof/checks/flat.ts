import type { CloseResult } from '../../domain/close-result';
import { add, equal, isZero, lessThan } from '../../domain/decimal';
import type { Ending } from '../history-facts';
import type { PositionRead } from '../reading/reading';
import type { Check, Evidence, Finding } from './check';
import { cannotTell, fail, pass } from './finding';

/** Flat is a position that was read, never an order's status. A close that did not end flat must not say so. */
export const flat: Check = {
  id: 'flat',
  title: 'What it says of the position is what the venue read, flat or not',
  invariants: [4, 7],
  look: (evidence) => {
    const { result, ending, positions } = evidence.reading;
    const last = positions.at(-1);
    if (result === null || ending.kind === 'running')
      return cannotTell(`${unfinished(ending)}: ${lastWord(last)}`, eventsOf(last));
    const events = [...eventsOf(last), ending.eventId];
    const wrong = contradiction(result, last);
    if (wrong !== null) return fail(wrong, events);
    return saysFlat(result) ? flatBy(evidence, result, last, events) : notFlat(result, last, events);
  },
};

/** Nobody vouches for a position that a close was stopped on its way to. */
const unfinished = (ending: Ending): string =>
  ending.kind === 'running' ? 'it has not finished' : `it has not finished (${ending.kind}, ${ending.says})`;

const eventsOf = (read: PositionRead | undefined): number[] => (read === undefined ? [] : [read.eventId]);

const lastWord = (last: PositionRead | undefined): string =>
  last === undefined
    ? 'the position has not been read'
    : `the venue last read ${last.quantity}, at event ${last.eventId}`;

const saysFlat = ({ outcome, remainingQuantity }: CloseResult): boolean =>
  outcome === 'alreadyFlat' ||
  outcome === 'closedElsewhere' ||
  (outcome === 'closed' && isZero(remainingQuantity ?? '1'));

/** Both must be the last reading: what was left, and when the venue said so. */
function contradiction(
  { outcome, remainingQuantity, readAt }: CloseResult,
  last: PositionRead | undefined,
): string | null {
  if (last === undefined)
    return remainingQuantity === null && readAt === null
      ? null
      : `it says ${remainingQuantity} is left, and no reading says so`;
  if (remainingQuantity === null || !equal(remainingQuantity, last.quantity))
    return `it finished ${outcome} with ${remainingQuantity} left, and the venue last read ${last.quantity}`;
  return readAt === last.readAt ? null : `it names a reading of ${readAt}, and the last was of ${last.readAt}`;
}

function flatBy(
  evidence: Evidence,
  result: CloseResult,
  last: PositionRead | undefined,
  events: readonly number[],
): Finding {
  if (last === undefined || !isZero(last.quantity) || last.isAnother)
    return fail(`it finished ${result.outcome}, and no reading of the position shows it flat`, events);
  const executed = executedIn(evidence);
  if (result.outcome === 'closed' && lessThan(executed, result.startQuantity ?? '0'))
    return fail(
      `it says that its orders closed ${result.startQuantity}, and the venue’s records show ${executed}`,
      events,
    );
  return pass(`the venue read the position flat at ${last.readAt}, by its own clock`, events);
}

/** By the venue's records, in this run and in those that it goes on from. */
const executedIn = ({ facts, reading }: Evidence): string =>
  [
    reading.money.executedQuantity,
    ...(facts.continued?.progress?.orders ?? []).map((line) => line.executedQuantity ?? '0'),
  ].reduce(add);

function notFlat(result: CloseResult, last: PositionRead | undefined, events: readonly number[]): Finding {
  if (result.outcome === 'closed') return partly(result, events);
  return pass(`it is not flat, and does not say so: ${result.outcome}; ${lastWord(last)}`, events);
}

/** What was asked was a part: the rest stays. */
const partly = ({ remainingQuantity }: CloseResult, events: readonly number[]): Finding =>
  pass(`what was asked is closed, and the venue reads the ${remainingQuantity} that was to stay`, events);
