import type { Line, LineOf } from '../../../tests/simulation/log';
import type { Case } from '../case';
import { UNKNOWABLE_MS } from './unknowable';

/**
 * Took another's: the position that was meant had been at zero, somebody opened another one at another price, and longer
 * than anybody could be unaware of it, the policy sent an order that ate of it. Not judged where a person had asked for
 * whatever stands there.
 */
export function tookAnothers(it: Case): string | null {
  if (it.lines.some(isPersons)) return null;
  const eaten = it.ours.find((line) => isAnothers(it, line));
  return eaten === undefined
    ? null
    : `${eaten.name} took ${eaten.quantity} of a position that somebody else had opened`;
}

const isPersons = (line: Line): boolean => line.kind === 'asked' && line.decision.observed === undefined;

function isAnothers({ truth, sentAtMs }: Case, { name, atMs }: LineOf<'execution'>): boolean {
  const knowableMs = (sentAtMs.get(name) ?? atMs) - UNKNOWABLE_MS;
  const goneMs = truth.find(({ open }) => open === 0)?.atMs ?? Infinity;
  const standing = truth.findLast((one) => one.atMs <= knowableMs);
  return knowableMs > goneMs && standing !== undefined && standing.open > 0 && isOther(truth, standing.entryPrice);
}

const isOther = (truth: Case['truth'], entryPrice: string): boolean => entryPrice !== truth[0]?.entryPrice;
