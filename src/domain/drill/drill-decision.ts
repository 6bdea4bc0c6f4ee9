import type { ExitDecision } from '../exit-decision';
import type { Position } from '../position';
import type { DrillPlan } from './drill-plan';

/** Longer than a close takes to read the position, shorter than anybody would still call it a drill. */
const VALID_FOR_MS = 60_000;

interface Making {
  decisionId: string;
  nowMs: number;
}

/** An exit decision like any other, for exactly the position that was seen: one that replaces it is left alone. */
export function drillDecision(plan: DrillPlan, position: Position, { decisionId, nowMs }: Making): ExitDecision {
  const { symbol, side, entryPrice, quantity } = position;
  return {
    decisionId,
    account: plan.account,
    symbol,
    side,
    quantity: 'all',
    reduceOnly: true,
    reason: 'MANUAL',
    note: 'fire drill',
    source: `operator:${plan.operator}`,
    decidedAt: new Date(nowMs).toISOString(),
    expiresAt: new Date(nowMs + VALID_FOR_MS).toISOString(),
    observed: { entryPrice, quantity },
    traceId: decisionId,
  };
}
