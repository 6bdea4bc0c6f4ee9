import { z } from 'zod';
import type { FlattenView } from '../../flatten-view';

const view = z
  .object({
    workflowId: z.string(),
    runId: z.string(),
    uiLink: z.string().describe('The history in the Temporal UI'),
    running: z.boolean(),
    state: z.enum(['starting', 'flattening', 'held', 'finished']),
    startedAt: z.string(),
    outcome: z.enum(['flat', 'handedOver', 'refused']).nullable(),
    because: z.string().nullable(),
    flatAfterMs: z.number().nullable().describe('From its start to the first of the two reads that showed nothing'),
    asked: z.array(z.object({ operator: z.string(), note: z.string(), scope: z.string() })),
    counts: z.object({ positions: z.number(), flat: z.number(), held: z.number(), ordersCancelled: z.number() }),
    held: z.array(z.string()).describe('A sentence for everything that does not move by itself'),
    lines: z.array(
      z.object({
        marketId: z.string(),
        side: z.enum(['long', 'short']),
        quantity: z.string(),
        state: z.enum(['found', 'closing', 'held', 'flat']),
        because: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'FlattenView' }) satisfies z.ZodType<FlattenView>;

export const flatteningAnswer = z.object({ at: z.string(), flatten: view.nullable() }).meta({ id: 'Flattening' });
