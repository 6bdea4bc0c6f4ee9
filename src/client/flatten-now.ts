import { randomUUID } from 'node:crypto';
import type { FlattenRequest, FlattenScope } from '../domain/flatten/flatten-request';

export interface FlattenWish {
  account: string;
  scope: FlattenScope;
  operator: string;
  note: string;
  /** The caller's idempotency key; without one, every call is a request of its own. */
  requestId?: string | undefined;
  traceId?: string | undefined;
}

/** A person's request to flatten, made now. */
export function flattenNow({ account, scope, operator, note, requestId, traceId }: FlattenWish): FlattenRequest {
  const id = requestId ?? randomUUID();
  const source = operatorSource(operator);
  return { requestId: id, account, scope, reason: 'FLATTEN', operator, note, source, traceId: traceId ?? id };
}

/** Names may hold anything, sources may not. */
export const operatorSource = (operator: string): string => `operator:${operator.replaceAll(/[^\w.-]/g, '-')}`;
