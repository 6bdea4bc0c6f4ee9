import { z } from 'zod';
import type { Side } from '../exit-decision';
import { normaliseSymbol } from '../market-symbol';
import type { MarketSymbol } from '../market-symbol';

/** Which positions of the account must go; null is every one. The venue knows no source of a position, so none can be told apart by it. */
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

const identifier = z.string().regex(/^[\w:.-]{1,128}$/, 'must be 1 to 128 letters, digits or _ : . -');
const account = z.string().regex(/^[\w.-]{1,64}$/, 'must be 1 to 64 letters, digits or _ . -');

const symbol = z.string().transform((typed, context) => {
  const unified = normaliseSymbol(typed);
  if (unified !== undefined) return unified;
  context.addIssue({ code: 'custom', message: 'must name a market, such as "BTC/USDT:USDT" or "BTCUSDT"' });
  return z.NEVER;
});

const schema = z.strictObject({
  requestId: identifier,
  account,
  scope: z.strictObject({
    // An empty list would look like everything to one reader, and like nothing to another.
    symbols: z.array(symbol).min(1, 'must name a market, or be null for all of them').max(1_000).nullable(),
    side: z.enum(['long', 'short']).nullable(),
  }),
  reason: z.enum(['FLATTEN', 'DEAD_MAN']),
  operator: z.string().min(1, 'must say who asks').max(128),
  note: z.string().min(1, 'must say why').max(1000),
  source: identifier,
  traceId: identifier,
}) satisfies z.ZodType<FlattenRequest>;

/** The one schema, at every door: HTTP, command line, workflow start, signal. Not exported as it is: see workflows/shared.ts. */
export const flattenRequestSchema = () => schema;
