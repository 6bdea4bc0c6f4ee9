import type { LineOf } from '../log';
import { nameOf } from './evidence';
import type { Evidence } from './evidence';
import { units } from './units';

/** 5. Where a part of the position is to stay, what was cancelled to make way stands again, or is named as missing. */
export function putsBack(evidence: Evidence): string[] {
  const { result, lines } = evidence;
  if (result === null || result.outcome !== 'closed' || units(result.remainingQuantity ?? '0') === 0) return [];
  const made = lines.filter((line): line is LineOf<'cancel'> => line.kind === 'cancel' && line.regular);
  return made.flatMap((line) =>
    isAccountedFor(evidence, line) ? [] : [`${line.name} made way, and nothing is said of it`],
  );
}

/** It was gone before it could be cancelled; was put back; or there is no room for it; or the result says that it is missing. */
function isAccountedFor(evidence: Evidence, { name, orderId, price }: LineOf<'cancel'>): boolean {
  const { lines, sent, result, scenario } = evidence;
  const cancelled = lines.some(
    (line) => line.kind === 'order' && line.orderId === orderId && line.status === 'CANCELED',
  );
  if (!cancelled || result!.notRestored.some((described) => described.includes(name))) return true;
  const again = sent.filter(
    ({ params }) => params['timeInForce'] === 'GTX' && Number(params['price']) === Number(price),
  );
  const room = units(result!.remainingQuantity ?? '0') >= units(scenario.market.minQuantity);
  return !room || again.some((line) => nameOf(line) !== name) || hasOtherClaims(evidence);
}

/** Others' resting orders may have taken the room. */
const hasOtherClaims = ({ scenario }: Evidence): boolean => scenario.events.some(({ what }) => what.includes('rests'));
