import type { DecimalText } from './decimal';
import type { ExitDecision, Instant } from './exit-decision';
import type { Trouble } from './failure-types';
import type { CloseTarget } from './names';
import type { Position } from './position';
import type { RestingOrder } from './resting-order';
import type { SymbolRules } from './symbol-rules';

/** The position as a close first found it, and what of it the close's own orders have taken since. */
export interface Start {
  quantity: DecimalText;
  entryPrice: DecimalText;
  executed: DecimalText;
  /** Venue clock, ms: what others take from then on is theirs to account for. */
  readAtMs: number;
}

/** What validate is asked: everything its verdict rests on, except what the venue says. */
export interface CloseQuestion {
  target: CloseTarget;
  asked: readonly Ask[];
  /** Null until the position has once been found as it was meant: until then a decision can expire. */
  start: Start | null;
  /** The venue's answer to the last order was that resting orders claim the quantity: what rests is to be read, and cleared. */
  claimed?: boolean;
}

/** Of one decision, what the verdict rests on. */
export interface Ask {
  decisionId: string;
  source: string;
  quantity: ExitDecision['quantity'];
  expiresAt: Instant;
  /** Null for a person's decision: it takes the position as it is now. */
  entryPrice: DecimalText | null;
}

export const askOf = (decision: ExitDecision): Ask => ({
  decisionId: decision.decisionId,
  source: decision.source,
  quantity: decision.quantity,
  expiresAt: decision.expiresAt,
  entryPrice: decision.observed?.entryPrice ?? null,
});

/** What the venue says, read at one moment. */
export interface Reading {
  /** The venue's clock when the request for the position started, ms: what is reported is at least as new. */
  readAtMs: number;
  position: Position | null;
  /** Null: the venue knows no such symbol. */
  rules: SymbolRules | null;
  resting: RestingOrder[];
}

export const REFUSALS = [
  'expired',
  'unknownSource',
  'unknownSymbol',
  'unknownAccount',
  'malformed',
  'wrongWorkflowId',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What a round is to do, with the facts it rests on. Written to the history as it stands, so it explains itself. */
export type Verdict =
  | {
      kind: 'closable';
      position: Position;
      quantity: DecimalText;
      closesWhole: boolean;
      rules: SymbolRules;
      claims: RestingOrder[];
      /** A stop protects the position. */
      hasStop: boolean;
      readAtMs: number;
    }
  | { kind: 'flat'; resting: RestingOrder[]; readAtMs: number }
  /** A partial close has taken what was asked. */
  | { kind: 'reached'; position: Position; hasStop: boolean; readAtMs: number }
  /** Less is left than one order can carry. */
  | { kind: 'residual'; amount: DecimalText; position: Position; hasStop: boolean; readAtMs: number }
  /** Another position stands where the one to close stood. */
  | { kind: 'replaced'; expectedEntryPrice: DecimalText; position: Position; readAtMs: number }
  | { kind: 'refused'; refusal: Refusal; because: string }
  | { kind: 'unreadable'; trouble: Trouble };
