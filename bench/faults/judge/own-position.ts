import { units } from '../../../tests/simulation/auditor/units';
import type { Case } from '../case';

type Truth = Pick<Case, 'truth'>;

/**
 * When the position that was meant was over: it stood at zero, or somebody had added to it at another price, so that what
 * stands there since is a mixture or another position. Infinity while it stands.
 */
export function endOfOwn({ truth }: Truth): number {
  const [first] = truth;
  return truth.find(({ open, entryPrice }) => open === 0 || entryPrice !== first?.entryPrice)?.atMs ?? Infinity;
}

/** How much of the position that was meant stood at a moment, in hundred-millionths. */
export function ownOpenAt(truth: Truth, atMs: number): number {
  if (atMs >= endOfOwn(truth)) return 0;
  return truth.truth.findLast((one) => one.atMs <= atMs)?.open ?? 0;
}

/**
 * How much of what was asked is still undone at a moment, in hundred-millionths: zero once the policy's orders have taken
 * that much, or once no more stands than was to stay. What one order cannot carry is nobody's fault, and counts as zero.
 */
export function undoneAt(it: Case, atMs: number): number {
  const start = it.truth[0]?.open ?? 0;
  const asked = askedOf(it, start);
  const taken = it.ours.reduce((sum, line) => sum + (line.atMs <= atMs ? units(line.quantity) : 0), 0);
  const undone = Math.min(ownOpenAt(it, atMs) - (start - asked), asked - taken);
  return undone < units(it.scenario.market.minQuantity) ? 0 : undone;
}

/** By the decision that began it: the least that anyone asked for. */
function askedOf({ scenario: { first } }: Case, start: number): number {
  if (first.quantity === 'all') return start;
  return 'amount' in first.quantity
    ? Math.min(start, units(first.quantity.amount))
    : Math.floor(start * Number(first.quantity.fraction));
}
