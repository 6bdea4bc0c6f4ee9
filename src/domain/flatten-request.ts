import type { Side } from './exit-decision';
import type { MarketSymbol } from './market-symbol';

/** Which positions of the account must go; null is every one. */
export interface FlattenScope {
  symbols: MarketSymbol[] | null;
  side: Side | null;
}

/** Everything of an account, or of a part of it, to zero: who says so, and why. */
export interface FlattenRequest {
  /** The caller's idempotency key. */
  requestId: string;
  account: string;
  scope: FlattenScope;
  reason: 'FLATTEN' | 'DEAD_MAN';
  /** A person's name, or the dead man's switch's. */
  operator: string;
  /** Why, in the operator's words. */
  note: string;
  /** The source of the exit decisions: 'operator:alice', 'dead-man'. */
  source: string;
  traceId: string;
}
