import { z } from 'zod';
import { isDecimalText, isPositive, lessThan } from './decimal';
import type { DecimalText } from './decimal';
import { normaliseSymbol } from './market-symbol';
import type { MarketSymbol } from './market-symbol';

/** A moment as ISO 8601 text in UTC, '2026-01-22T10:15:00Z'. */
export type Instant = string;

export type Side = 'long' | 'short';

export const EXIT_REASONS = [
  'TAKE_PROFIT',
  'STOP_LOSS',
  'TRAILING_STOP',
  'MAX_HOLD',
  'LIQUIDATION_RISK',
  'MANUAL',
  'FLATTEN',
  'DEAD_MAN',
  'STRATEGY',
] as const;
export type ExitReason = (typeof EXIT_REASONS)[number];

/** How much of the position to close: all of it, an amount in contracts, or a fraction of it (0 < fraction ≤ 1). */
export type ExitQuantity = 'all' | { amount: DecimalText } | { fraction: DecimalText };

/** What the decider saw. `entryPrice` ties the decision to one position: reducing never changes it, replacing does. */
export interface Observation {
  entryPrice: DecimalText;
  markPrice?: DecimalText | undefined;
  quantity?: DecimalText | undefined;
  rule?: string | undefined;
  threshold?: string | undefined;
  highWaterMark?: DecimalText | undefined;
  liquidationPrice?: DecimalText | undefined;
  observedAt?: Instant | undefined;
}

/** What to close, why, who says so, until when. Strict: an unknown or missing field is refused by name, never dropped. */
export interface ExitDecision {
  /** The caller's idempotency key. */
  decisionId: string;
  /** A configured account. */
  account: string;
  symbol: MarketSymbol;
  /** Side of the position to close. */
  side: Side;
  quantity: ExitQuantity;
  /** A decision that does not say so is refused: the field the old system lost for 18 hours. */
  reduceOnly: true;
  reason: ExitReason;
  note?: string | undefined;
  /** Who says so: 'exit-monitor', 'operator:alice', 'strategy:grid'. */
  source: string;
  decidedAt: Instant;
  /** From here on the decision is stale, and refused if nothing has been sent for it. */
  expiresAt: Instant;
  observed?: Observation | undefined;
  traceId: string;
}

// What is no decimal, or no instant, is not looked at further: arithmetic on it would throw, or accuse another field.
const decimal = z.string().refine(isDecimalText, { error: 'must be a decimal as text, such as "0.5"', abort: true });
const positive = decimal.refine(isPositive, 'must be more than 0');
const fraction = positive.refine((text) => !lessThan('1', text), 'must be at most 1');
const instant = z.iso.datetime({
  error: 'must be an ISO 8601 instant in UTC, such as "2026-01-22T10:15:00Z"',
  abort: true,
});
const identifier = z.string().regex(/^[\w:.-]{1,128}$/, 'must be 1 to 128 letters, digits or _ : . -');
const account = z.string().regex(/^[\w.-]{1,64}$/, 'must be 1 to 64 letters, digits or _ . -');

const symbol = z.string().transform((typed, context) => {
  const unified = normaliseSymbol(typed);
  if (unified !== undefined) return unified;
  context.addIssue({ code: 'custom', message: 'must name a market, such as "BTC/USDT:USDT" or "BTCUSDT"' });
  return z.NEVER;
});

const quantity = z.union([z.literal('all'), z.strictObject({ amount: positive }), z.strictObject({ fraction })], {
  error: 'must be "all", {"amount": "0.5"} or {"fraction": "0.25"}',
});

const observed = z.strictObject({
  entryPrice: positive,
  markPrice: positive.optional(),
  quantity: positive.optional(),
  rule: z.string().max(64).optional(),
  threshold: z.string().max(64).optional(),
  highWaterMark: positive.optional(),
  liquidationPrice: decimal.optional(),
  observedAt: instant.optional(),
});

const schema = z
  .strictObject({
    decisionId: identifier,
    account,
    symbol,
    side: z.enum(['long', 'short']),
    quantity,
    reduceOnly: z.literal(true, { error: 'must be true: a close only ever reduces' }),
    reason: z.enum(EXIT_REASONS),
    note: z.string().max(1000).optional(),
    source: identifier,
    decidedAt: instant,
    expiresAt: instant,
    observed: observed.optional(),
    traceId: identifier,
  })
  .refine((decision) => Date.parse(decision.expiresAt) > Date.parse(decision.decidedAt), {
    path: ['expiresAt'],
    error: 'must be later than decidedAt',
  }) satisfies z.ZodType<ExitDecision>;

/** The one schema, at every door: HTTP, command line, workflow start, signal. Not exported as it is: see workflows/shared.ts. */
export const exitDecisionSchema = () => schema;
