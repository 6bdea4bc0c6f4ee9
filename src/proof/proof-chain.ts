import type { Bypass } from '../domain/close-effects';
import { isPositive } from '../domain/decimal';
import type { ExitDecision } from '../domain/exit-decision';
import { MARKERS, terminalStateMarker } from '../domain/markers';
import type { Settlement } from '../domain/settlement';
import type { Recorded } from './recorded';
import { settlementOf } from './settlement-of';

/** One marker of the proof chain, with the history event that is its evidence. */
export interface ProofLink {
  marker: string;
  eventId: number;
  atMs: number;
  says: string;
}

/** The chain EXIT_PUBLISH → MARGIN CHECK SKIPPED → CLOSE_EXECUTED → TERMINAL STATE, as the history alone tells it. */
export const proofChain = (history: readonly Recorded[]): ProofLink[] => history.flatMap(linksOf);

function linksOf(event: Recorded): ProofLink[] {
  if (event.kind === 'started') return [link(event, MARKERS.exitPublish, published(event.input as ExitDecision))];
  if (event.kind === 'localActivity' && event.name === 'marginBypass')
    return skipped(event, event.result as Bypass | undefined);
  const settlement = settlementOf(event);
  return settlement === null ? [] : settled(event, settlement);
}

const published = ({ source, reason, reduceOnly }: ExitDecision): string =>
  `${reason} by ${source}, reduceOnly ${String(reduceOnly)}`;

/** A local activity that timed out leaves a marker without a result. */
const skipped = (event: Recorded, bypass: Bypass | undefined): ProofLink[] =>
  bypass?.kind === 'reduces' ? [link(event, MARKERS.marginCheckSkipped, bypass.because)] : [];

/** An execution counts once the venue's own record of the order says so, which is what awaitTerminalFilled brings back. */
function settled(event: Recorded, settlement: Settlement): ProofLink[] {
  if (settlement.kind !== 'settled' || settlement.order.kind !== 'terminal') return [];
  const { order, position } = settlement;
  const executed = `order ${order.orderId} (${order.clientOrderId}) executed ${order.executedQuantity}`;
  const left = position === null ? 'the venue reads flat' : `${position.quantity} still open`;
  const terminal = link(event, terminalStateMarker(order.status), left);
  return isPositive(order.executedQuantity) ? [link(event, MARKERS.closeExecuted, executed), terminal] : [terminal];
}

const link = ({ eventId, atMs }: Recorded, marker: string, says: string): ProofLink => ({
  marker,
  eventId,
  atMs,
  says,
});
