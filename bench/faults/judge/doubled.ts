import type { ExitDecision } from '../../../src/domain/exit-decision';
import { sum, units } from '../../../tests/simulation/auditor/units';
import type { Case } from '../case';
import { endOfOwn } from './own-position';

/**
 * Doubled: the policy's own orders executed more than the most that anybody had asked for of the position. `all` is as
 * much as ever stood there at the entry price that was meant; for a person who asks for whatever stands there, any amount.
 */
export function doubled(it: Case): string | null {
  const executed = sum(it.ours.map(({ quantity }) => units(quantity)));
  const most = mostAsked(it);
  return executed > most ? `${executed / 1e8} executed, and at most ${most / 1e8} was asked for` : null;
}

const mostAsked = (it: Case): number =>
  Math.max(0, ...it.lines.flatMap((line) => (line.kind === 'asked' ? [askedBy(it, line.decision)] : [])));

function askedBy(it: Case, { quantity, observed }: ExitDecision): number {
  // A person means what stands there now: of another position, too.
  if (observed === undefined && (quantity === 'all' || endOfOwn(it) < Infinity)) return Infinity;
  const peak = peakOfOwn(it);
  if (quantity === 'all') return peak;
  return 'amount' in quantity ? units(quantity.amount) : Math.round(peak * Number(quantity.fraction));
}

const peakOfOwn = ({ truth }: Case): number =>
  Math.max(...truth.filter(({ entryPrice }) => entryPrice === truth[0]?.entryPrice).map(({ open }) => open));
