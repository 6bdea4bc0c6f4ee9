import type { CloseTarget } from './names';
import type { ExitDecision } from './exit-decision';

/** What every log line about a close carries, in the words operators grep for. */
export interface LogContext extends CloseTarget {
  decision_id: string;
  source: string;
  reason: string;
  trace_id: string;
}

export const logContextOf = (decision: ExitDecision): LogContext => ({
  account: decision.account,
  symbol: decision.symbol,
  side: decision.side,
  decision_id: decision.decisionId,
  source: decision.source,
  reason: decision.reason,
  trace_id: decision.traceId,
});
