import type { Case } from '../case';

/**
 * Orphaned: the position was at zero when the policy ended and is at zero now, and an order that had rested for it, or one
 * of the policy's own, rests still, to act on whatever is opened there next. Not judged where an operator took over: then it is theirs.
 */
export function orphaned(it: Case): string | null {
  const endMs = it.ending?.atMs ?? it.overAtMs;
  if (it.ending?.word === 'handedOver' || openAt(it, endMs) > 0 || openAt(it, it.overAtMs) > 0) return null;
  const names = [...namesOf(it), ...it.sentAtMs.keys()];
  const [left] = it.restingAtEnd.filter((name) => names.includes(name));
  return left === undefined ? null : `${left} rests, and there is no position`;
}

const openAt = ({ truth }: Case, atMs: number): number => truth.findLast((one) => one.atMs <= atMs)?.open ?? 0;

/** Of what could only take from the position; an order that opens is nobody's here. */
const namesOf = ({ scenario: { resting, side } }: Case): string[] =>
  resting
    .filter(({ params }) => params['side'] === (side === 'long' ? 'SELL' : 'BUY'))
    .map(({ params }) => params['clientAlgoId'] ?? params['newClientOrderId'] ?? '');
