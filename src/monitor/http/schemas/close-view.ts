import { z } from 'zod';
import type { CloseDetail, CloseView, MarkerView } from '../../views';

const step = z.enum(['idle', 'running', 'done', 'failed']);
const steps = z.object({ validate: step, marginBypass: step, placeOrder: step, awaitTerminalFilled: step });

export const closeView = z
  .object({
    workflowId: z.string(),
    runId: z.string(),
    account: z.string(),
    marketId: z.string(),
    side: z.enum(['long', 'short']),
    reason: z.string(),
    source: z.string(),
    running: z.boolean(),
    state: z.string(),
    doing: z.string().nullable(),
    outcome: z.string().nullable(),
    because: z.string().nullable(),
    startedAt: z.string(),
    finishedAt: z.string().nullable(),
    timeToFlatMs: z.number().nullable(),
    round: z.number(),
    steps,
    trouble: z.string().nullable(),
    uiLink: z.string(),
    proofLink: z.string().nullable().optional(),
  })
  .meta({ id: 'CloseView' }) satisfies z.ZodType<CloseView>;

const markerView = z
  .object({ marker: z.string(), eventId: z.number().nullable(), at: z.string().nullable(), says: z.string() })
  .meta({ id: 'MarkerView' }) satisfies z.ZodType<MarkerView>;

const asker = z.object({
  decisionId: z.string(),
  source: z.string(),
  reason: z.string(),
  note: z.string().optional(),
  traceId: z.string(),
});

const order = z.object({
  round: z.number(),
  clientOrderId: z.string(),
  quantity: z.string(),
  submission: z.string(),
  fate: z.string(),
  executedQuantity: z.string().optional(),
  averagePrice: z.string().optional(),
  orderId: z.string().optional(),
  said: z.string().optional(),
});

export const closeDetail = closeView
  .extend({ asked: z.array(asker), orders: z.array(order), markers: z.array(markerView) })
  .meta({ id: 'CloseDetail' }) satisfies z.ZodType<CloseDetail>;

export const closesAnswer = z
  .object({ at: z.iso.datetime(), count: z.number(), closes: z.array(closeView) })
  .meta({ id: 'Closes' });
