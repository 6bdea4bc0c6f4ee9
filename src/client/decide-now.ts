import { randomUUID } from 'node:crypto';
import type { ExitDecision, ExitQuantity, ExitReason } from '../domain/exit-decision';
import type { CloseTarget } from '../domain/names';

export interface DecisionRequest extends CloseTarget {
  quantity: ExitQuantity;
  reason: ExitReason;
  source: string;
  note?: string | undefined;
  /** How long the decision may wait to be acted on, ms. */
  validForMs: number;
  traceId?: string | undefined;
}

/** A decision made now. Without an observation it takes the position as it is when it is read. */
export function decideNow(request: DecisionRequest): ExitDecision {
  const { account, symbol, side, quantity, reason, source, note, validForMs } = request;
  const id = randomUUID();
  const decidedAtMs = Date.now();
  return {
    decisionId: id,
    account,
    symbol,
    side,
    quantity,
    reduceOnly: true,
    reason,
    source,
    decidedAt: new Date(decidedAtMs).toISOString(),
    expiresAt: new Date(decidedAtMs + validForMs).toISOString(),
    traceId: request.traceId ?? id,
    ...(note === undefined ? {} : { note }),
  };
}
