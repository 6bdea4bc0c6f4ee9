import { z } from 'zod';
import { EXIT_REASONS } from '../../../domain/exit-decision';
import type { CloseLink, PositionView, RuleView } from '../../views';

const ruleView = z
  .object({
    rule: z.string(),
    reason: z.enum(EXIT_REASONS),
    state: z.enum(['armed', 'waiting', 'firing', 'blind']),
    level: z.number().nullable().describe('The mark price at which it fires, or arms where it waits'),
    distancePercent: z.number().nullable().describe('From the mark price to the level, in percent of the mark price'),
    because: z.string().optional(),
  })
  .meta({ id: 'RuleView' }) satisfies z.ZodType<RuleView>;

const closeLink = z
  .object({ workflowId: z.string(), runId: z.string().nullable(), state: z.string(), uiLink: z.string() })
  .meta({ id: 'CloseLink' }) satisfies z.ZodType<CloseLink>;

export const positionView = z
  .object({
    account: z.string(),
    symbol: z.string(),
    marketId: z.string(),
    side: z.enum(['long', 'short']),
    quantity: z.string(),
    entryPrice: z.string(),
    markPrice: z.string().nullable(),
    priceAgeMs: z.number().nullable(),
    priceSource: z.enum(['stream', 'rest']).nullable(),
    profit: z.number().nullable().describe('Unrealised, at the mark price, in quote currency'),
    profitPercent: z.number().nullable().describe('Of the entry value'),
    liquidationPrice: z.string().nullable(),
    bestPrice: z.number().nullable(),
    heldForMs: z.number().nullable(),
    rebuilt: z.boolean().describe('Best price or time held may be less than the truth'),
    rules: z.array(ruleView),
    warnings: z.array(z.string()),
    close: closeLink.nullable().describe('The running close'),
  })
  .meta({ id: 'PositionView' }) satisfies z.ZodType<PositionView>;

export const positionsAnswer = z
  .object({ at: z.iso.datetime(), count: z.number(), positions: z.array(positionView) })
  .meta({ id: 'Positions' });
