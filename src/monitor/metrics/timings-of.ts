import type { CloseOrder } from '../../domain/close-order';
import type { CloseResult, OrderLine } from '../../domain/close-result';
import type { ExitDecision } from '../../domain/exit-decision';
import type { Submission } from '../../domain/submission';
import type { Verdict } from '../../domain/verdict';
import type { Recorded } from '../../proof/recorded';
import { settlementOf } from '../../proof/settlement-of';

/** When a close was decided, at the venue and flat; null where its history does not say. */
export interface CloseTimes {
  /** By the clock of whoever decided, ms. */
  decidedAtMs: number | null;
  /** When the history first knew that the venue had an order of this close, by Temporal's clock, ms. */
  orderAcceptedAtMs: number | null;
  /** When the history knew of the venue's last word that the position is flat, by Temporal's clock, ms. */
  flatAtMs: number | null;
}

/** A close that went on in a fresh history has its first orders in the one before: here they are not known. */
export const timingsOf = (history: readonly Recorded[]): CloseTimes => ({
  decidedAtMs: history.map(decidedAt).find(isKnown) ?? null,
  orderAcceptedAtMs: tellsOfAllOrders(history) ? (history.find(showsOrder)?.atMs ?? null) : null,
  flatAtMs: history.findLast(showsFlat)?.atMs ?? null,
});

function decidedAt(event: Recorded): number | null {
  if (event.kind !== 'started') return null;
  const { decidedAt: instant } = (event.input ?? {}) as Partial<ExitDecision>;
  const atMs = Date.parse(String(instant));
  return Number.isNaN(atMs) ? null : atMs;
}

const isKnown = (atMs: number | null): boolean => atMs !== null;

/** The venue's answer; or, where that was lost, its record of the order. */
function showsOrder(event: Recorded): boolean {
  if (event.kind === 'completed' && event.name === 'placeOrder')
    return (event.result as Submission).kind === 'accepted';
  const settlement = settlementOf(event);
  return settlement?.kind === 'settled' && settlement.order.kind === 'terminal';
}

function showsFlat(event: Recorded): boolean {
  // A local activity that timed out leaves a marker without a result.
  if (event.kind === 'localActivity' && event.name === 'validate')
    return (event.result as Verdict | undefined)?.kind === 'flat';
  const settlement = settlementOf(event);
  return settlement?.kind === 'settled' && settlement.position === null;
}

/** Orders that may have executed are never left out of a close's own account of itself. */
function tellsOfAllOrders(history: readonly Recorded[]): boolean {
  const sent = new Set(history.flatMap(orderScheduled));
  const finished = history.find((event) => event.kind === 'finished');
  const { orders = [] } = (finished?.result ?? {}) as Partial<CloseResult>;
  return orders.filter(mayHaveExecuted).every(({ clientOrderId }) => sent.has(clientOrderId));
}

const orderScheduled = (event: Recorded): string[] =>
  event.kind === 'scheduled' && event.name === 'placeOrder' ? [(event.input[0] as CloseOrder).clientOrderId] : [];

const mayHaveExecuted = ({ submission }: OrderLine): boolean => submission === 'accepted' || submission === 'unknown';
