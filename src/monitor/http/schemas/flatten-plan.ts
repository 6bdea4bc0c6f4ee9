import { z } from 'zod';

const side = z.enum(['long', 'short']);

const cancel = z.object({
  symbol: z.string(),
  book: z.enum(['regular', 'algo']),
  orderId: z.string(),
  clientOrderId: z.string(),
  type: z.string(),
  side: z.enum(['buy', 'sell']),
  quantity: z.string(),
  price: z.string().nullable(),
  leg: side.nullable(),
  reduceOnly: z.boolean(),
});

const order = z.object({
  side: z.enum(['BUY', 'SELL']),
  type: z.literal('MARKET'),
  quantity: z.string(),
  reduceOnly: z.literal(true).optional(),
  positionSide: z.enum(['LONG', 'SHORT']).optional(),
});

const close = z.object({
  marketId: z.string(),
  symbol: z.string(),
  side,
  quantity: z.string(),
  orders: z.array(order).describe('One for each round of its close, in the venue’s own words'),
  residual: z.string().describe('What would stay: less than one step'),
  because: z.string().nullable().describe('Why no order can be sent for it at present'),
});

/** What a flatten would do now. */
export const flattenPlan = z
  .object({
    dryRun: z.literal(true),
    cancels: z.array(cancel).describe('Orders that could open a position'),
    closes: z.array(close).describe('Riskiest first'),
  })
  .meta({ id: 'FlattenPlan' });
