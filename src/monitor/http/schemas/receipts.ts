import { z } from 'zod';

const receipt = z.object({
  kind: z
    .enum(['started', 'joined', 'handledBefore'])
    .describe('Whether the close was started, ran already, or had been asked for by this very request'),
  workflowId: z.string(),
  runId: z.string(),
  uiLink: z.string().describe('The history in the Temporal UI'),
  decisionId: z.string(),
  traceId: z.string(),
});

const side = z.enum(['long', 'short']);

export const manualCloseReceipt = receipt
  .extend({
    marketId: z.string(),
    side,
    operator: z.string(),
    reason: z.string(),
    follow: z.string().describe('Where to see what becomes of it'),
  })
  .meta({ id: 'ManualCloseReceipt' });

export type ManualCloseReceipt = z.infer<typeof manualCloseReceipt>;

export const flattenReceipt = receipt
  .omit({ decisionId: true })
  .extend({
    kind: receipt.shape.kind.describe('Whether it was started, was joined, or had heard this very request before'),
    requestId: z.string(),
    operator: z.string(),
    reason: z.string(),
    follow: z.string().describe('Where to see how far it is'),
  })
  .meta({ id: 'FlattenReceipt' });
