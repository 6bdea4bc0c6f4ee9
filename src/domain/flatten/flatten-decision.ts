import type { ExitDecision } from '../exit-decision';
import type { CloseAsk } from './flatten-effects';
import type { FlattenRequest } from './flatten-request';
import { TIMES } from '../times';

/** The exit decision for one position of a flatten. Without an observation: it closes whatever is there. */
export const flattenDecision = (request: FlattenRequest, ask: CloseAsk, nowMs: number): ExitDecision => ({
  ...ask,
  account: request.account,
  quantity: 'all',
  reduceOnly: true,
  reason: request.reason,
  note: request.note,
  source: request.source,
  decidedAt: new Date(nowMs).toISOString(),
  expiresAt: new Date(nowMs + TIMES.flattenDecisionValid).toISOString(),
  traceId: request.traceId,
});
