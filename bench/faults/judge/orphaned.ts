import type { Line } from '../../../tests/simulation/log';
import type { Case } from '../case';
import { UNKNOWABLE_MS } from './unknowable';

/**
 * Orphaned: the position was at zero when the policy ended and is at zero now, and an order that had rested for it, or one
 * of the policy's own, rests still, to act on whatever is opened there next. Not judged where an operator took over: then
 * it is theirs; nor where somebody else had closed it so shortly before that no look-up need have shown it.
 */
export function orphaned(it: Case): string | null {
  const endMs = it.ending?.atMs ?? it.overAtMs;
  if (it.ending?.word === 'handedOver' || !isKnownFlat(it, endMs) || !isFlat(it, it.overAtMs)) return null;
  const names = [...namesOf(it), ...it.sentAtMs.keys()];
  const left = it.restingAtEnd.find((name) => names.includes(name));
  return left === undefined ? null : `${left} rests, and there is no position`;
}

const isFlat = ({ truth }: Case, atMs: number): boolean => truth.findLast((one) => one.atMs <= atMs)?.open === 0;

function isKnownFlat(it: Case, atMs: number): boolean {
  if (!isFlat(it, atMs)) return false;
  const last = it.truth.findLast((one) => one.atMs <= atMs);
  return (last?.atMs ?? 0) <= atMs - UNKNOWABLE_MS || it.ours.some((line) => line.atMs === last?.atMs && isLast(line));
}

const isLast = (line: Line): boolean => line.kind === 'execution' && Number(line.after) === 0;

/** Of what could only take from the position; an order that opens is nobody's here. */
const namesOf = ({ scenario: { resting, side } }: Case): string[] =>
  resting
    .filter(({ params }) => params['side'] === (side === 'long' ? 'SELL' : 'BUY'))
    .map(({ params }) => params['clientAlgoId'] ?? params['newClientOrderId'] ?? '');
