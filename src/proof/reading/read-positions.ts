import type { CloseOrder } from '../../domain/close-order';
import { isAnother } from '../../domain/consistent-reading';
import type { Position } from '../../domain/position';
import { hasStop } from '../../domain/resting-order';
import type { RestorePlan } from '../../domain/restore-plan';
import type { Settlement } from '../../domain/settlement';
import type { Verdict } from '../../domain/verdict';
import type { Recorded } from '../recorded';
import { settlementOf } from '../settlement-of';
import type { PositionRead } from './reading';
import { told } from './told';

/** Every reading of the position that the history has, oldest first. What has no venue's time is no reading. */
export function readPositions(history: readonly Recorded[]): PositionRead[] {
  const orderOf = ordersLookedFor(history);
  return history.flatMap((event) => {
    if (event.kind === 'localActivity' && event.name === 'validate')
      return byValidate(event, event.result as Verdict | undefined);
    if (event.kind === 'localActivity' && event.name === 'planRestore')
      return byPlan(event, event.result as RestorePlan | undefined);
    return bySettlement(event, settlementOf(event), orderOf(event));
  });
}

/** An activity says which order it looks for; within a workflow task, that is the last one that was sent. */
function ordersLookedFor(history: readonly Recorded[]): (event: Recorded) => CloseOrder | undefined {
  const scheduled = history.filter((event) => event.kind === 'scheduled');
  return (event) => {
    const by =
      event.kind === 'completed'
        ? scheduled.find(({ eventId }) => eventId === event.scheduledEventId)
        : scheduled.findLast(({ eventId, name }) => name === 'placeOrder' && eventId < event.eventId);
    return by?.input[0] as CloseOrder | undefined;
  };
}

function byValidate(event: Recorded, verdict: Verdict | undefined): PositionRead[] {
  switch (verdict?.kind) {
    case 'closable':
    case 'reached':
    case 'residual':
      return read(event, 'validate', verdict, verdict.position, verdict.hasStop);
    case 'replaced':
      return read(event, 'validate', verdict, verdict.position, null, true);
    case 'flat':
      return read(event, 'validate', verdict, null, null);
    case 'refused':
    case 'unreadable':
    case undefined:
      return [];
  }
}

const byPlan = (event: Recorded, plan: RestorePlan | undefined): PositionRead[] =>
  plan?.kind === 'orders' ? read(event, 'planRestore', plan, plan.position, plan.hasStop) : [];

function bySettlement(event: Recorded, settlement: Settlement | null, order: CloseOrder | undefined): PositionRead[] {
  if (settlement?.kind !== 'settled' || order === undefined) return [];
  const { position, resting } = settlement;
  const isOther = isAnother(order, position ?? null);
  return read(event, 'awaitTerminalFilled', settlement, position, hasStop(resting, order.positionSide), isOther);
}

/** Flat is `null`, as the venue's silence about a position is never written down: an absent field is no reading. */
function read(
  event: Recorded,
  by: PositionRead['by'],
  { readAtMs }: { readAtMs: number },
  position: Position | null | undefined,
  stop: boolean | null,
  isOther = false,
): PositionRead[] {
  if (position === undefined || !Number.isFinite(readAtMs)) return [];
  return [
    {
      ...told(event),
      by,
      readAt: new Date(readAtMs).toISOString(),
      quantity: position?.quantity ?? '0',
      entryPrice: position?.entryPrice ?? null,
      markPrice: position?.markPrice ?? null,
      hasStop: position === null ? null : stop,
      isAnother: isOther,
    },
  ];
}
