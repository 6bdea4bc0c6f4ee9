import { units } from '../../../tests/simulation/auditor/units';
import type { LineOf } from '../../../tests/simulation/log';
import type { Case } from '../case';

/** Flipped: after one of the policy's orders executed, the account stood further on the other side of zero than before. */
export function flipped({ ours, scenario }: Case): string | null {
  const sign = scenario.side === 'long' ? 1 : -1;
  const turned = ours.find((line) => isTurned(line, sign));
  return turned === undefined ? null : `${turned.name} took the position from ${turned.before} to ${turned.after}`;
}

const isTurned = ({ before, after }: LineOf<'execution'>, sign: number): boolean =>
  sign * units(after) < Math.min(0, sign * units(before));
