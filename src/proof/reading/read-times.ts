import type { Instant } from '../../domain/exit-decision';
import { isZero } from '../../domain/decimal';
import type { Asked, OrderStory, PositionRead, Times } from './reading';

/** Decision → order → flat. The decision is timed by whoever decided; the rest by Temporal, and the last reading by the venue too. */
export function readTimes(
  decidedAt: Instant | null,
  asked: readonly Asked[],
  orders: readonly OrderStory[],
  positions: readonly PositionRead[],
): Times {
  const orderAt = orders.map(knownAt).find((at) => at !== null) ?? null;
  const last = positions.at(-1);
  const flat = last !== undefined && isZero(last.quantity) ? last : null;
  const flatAt = flat?.at ?? null;
  return {
    decidedAt,
    startedAt: asked[0]?.at ?? '',
    orderAt,
    flatAt,
    flatReadAt: flat?.readAt ?? null,
    decisionToOrderMs: between(decidedAt, orderAt),
    orderToFlatMs: between(orderAt, flatAt),
    decisionToFlatMs: between(decidedAt, flatAt),
  };
}

/** The venue's answer; or, where that was lost, its record of the order. */
function knownAt({ answer, fate }: OrderStory): Instant | null {
  if (answer?.submission.kind === 'accepted') return answer.at;
  return fate !== null && fate.fate.kind !== 'absent' ? fate.at : null;
}

const between = (from: Instant | null, to: Instant | null): number | null =>
  from === null || to === null ? null : Date.parse(to) - Date.parse(from);
