import { standingsBetween } from './evidence';
import type { Evidence } from './evidence';
import { units } from './units';

/** 4. What the close says of the position when it ends is what stood at the venue when it was read, and was read late enough. */
export function flatByTheVenue(evidence: Evidence): string[] {
  const { result, reads, scenario } = evidence;
  if (result === null || result.outcome === 'handedOver' || result.outcome === 'refused') return [];
  const last = reads.at(-1);
  if (last === undefined || result.remainingQuantity === null) return [`it ended ${result.outcome} without a reading`];
  const seen = last.positions.find(({ symbol, side }) => symbol === 'BTC/USDT:USDT' && side === scenario.side);
  return [
    ...(units(result.remainingQuantity) === units(seen?.quantity ?? '0')
      ? []
      : [`it reports ${result.remainingQuantity} left, and had read ${seen?.quantity ?? '0'}`]),
    ...wasTrue(evidence, result.remainingQuantity, last),
    ...fits(result),
  ];
}

function wasTrue(
  evidence: Evidence,
  remaining: string,
  { sinceMs, atMs }: { sinceMs: number; atMs: number },
): string[] {
  const standings = standingsBetween(evidence, sinceMs - evidence.lagMs, atMs);
  if (standings.some(({ open }) => open === units(remaining))) return [];
  return [`it reports ${remaining} left, and the position never stood so`];
}

const FLAT = ['alreadyFlat', 'closedElsewhere'];

function fits({ outcome, remainingQuantity }: NonNullable<Evidence['result']>): string[] {
  const left = units(remainingQuantity ?? '0');
  if (FLAT.includes(outcome) && left > 0) return [`${outcome}, with ${remainingQuantity} left`];
  if (outcome === 'residual' && left === 0) return ['a residual of nothing'];
  return [];
}
