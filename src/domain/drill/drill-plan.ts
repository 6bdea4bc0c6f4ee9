import { z } from 'zod';
import type { DecimalText } from '../decimal';
import { exitDecisionSchema } from '../exit-decision';
import type { Side } from '../exit-decision';
import type { MarketSymbol } from '../market-symbol';
import type { DrillObjectives } from './drill-objectives';

/** A fire drill as it was ordered. */
export interface DrillPlan {
  account: string;
  symbol: MarketSymbol;
  /** Null: long where the drill puts a position on, and otherwise the side that is open. */
  side: Side | null;
  /** In contracts; null: the least that the venue takes. */
  quantity: DecimalText | null;
  /** `paper`: the drill puts one on. `existing`: it closes the one that is held. */
  position: 'paper' | 'existing';
  /** Who ordered it: the close is asked for in this name. */
  operator: string;
  objectives: DrillObjectives;
  /** How long the close is waited for, ms. */
  patienceMs: number;
  /** Nobody watches, so a drill that did not pass calls the operator. */
  alerts: boolean;
}

const { account, symbol, side } = exitDecisionSchema().shape;
const ms = z.int().positive();

const drillPlanSchema = z.strictObject({
  account,
  symbol,
  side: side.nullable(),
  quantity: z
    .string()
    .regex(/^(?!0+(\.0+)?$)\d{1,20}(\.\d{1,20})?$/, 'must be a decimal of more than 0, such as "0.001"')
    .nullable(),
  position: z.enum(['paper', 'existing']),
  operator: z.string().regex(/^[\w.-]{1,64}$/, 'must be 1 to 64 letters, digits or _ . -'),
  objectives: z.strictObject({ order: ms, flat: ms, whole: ms }),
  patienceMs: ms,
  alerts: z.boolean(),
}) satisfies z.ZodType<DrillPlan>;

export type ParsedDrillPlan = { ok: true; plan: DrillPlan } | { ok: false; sentence: string };

/** Reads a plan at the door: the command line's, and that of whoever starts the workflow. Every fault is named at once. */
export function parseDrillPlan(candidate: unknown): ParsedDrillPlan {
  const parsed = drillPlanSchema.safeParse(candidate);
  if (parsed.success) return { ok: true, plan: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the plan'}: ${message}`);
  return { ok: false, sentence: faults.join('; ') };
}
