import { z } from 'zod';
import { isDecimalText, isPositive } from '../../domain/decimal';
import { normaliseSymbol } from '../../domain/market-symbol';
import { keyOf } from './best-price';
import type { BestPrice, Marks } from './best-price';

export const VERSION = 1;

const timeMs = z.number().min(0);

const mark = z.strictObject({
  symbol: z.string().refine((symbol) => normaliseSymbol(symbol) === symbol, 'must be a unified symbol'),
  side: z.enum(['long', 'short']),
  entryPrice: z.string().refine(isDecimalText, { abort: true }).refine(isPositive),
  bestPrice: z.number().positive(),
  firstSeenAtMs: timeMs,
  heldSinceMs: timeMs,
  seenAtMs: timeMs,
  pricedAtMs: timeMs.nullable(),
  absentSinceMs: timeMs.nullable(),
  rebuilt: z.string().nullable(),
}) satisfies z.ZodType<BestPrice>;

const fileSchema = z.strictObject({
  version: z.literal(VERSION),
  account: z.string().min(1),
  marks: z.array(mark),
});

export interface StoredMarks {
  account: string;
  marks: Marks;
}

export const serialise = ({ account, marks }: StoredMarks): string =>
  `${JSON.stringify({ version: VERSION, account, marks: [...marks.values()] }, null, 1)}\n`;

/** Throws where the text is no such file. */
export function deserialise(text: string): StoredMarks {
  const { account, marks } = fileSchema.parse(JSON.parse(text));
  return { account, marks: new Map(marks.map((one) => [keyOf(one), one])) };
}
