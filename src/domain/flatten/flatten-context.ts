import type { FlattenRequest } from './flatten-request';

/** What every log line about a flatten carries, in the words operators grep for. */
export interface FlattenContext {
  account: string;
  request_id: string;
  operator: string;
  source: string;
  reason: string;
  trace_id: string;
}

export const flattenContextOf = (request: FlattenRequest): FlattenContext => ({
  account: request.account,
  request_id: request.requestId,
  operator: request.operator,
  source: request.source,
  reason: request.reason,
  trace_id: request.traceId,
});
