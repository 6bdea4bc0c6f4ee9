import { z } from 'zod';
import type { Limits } from '../lane/lane-limits';
import { parseAnswer } from './parse';
import { word } from './fields';

const rateLimit = z.object({
  rateLimitType: z.string(),
  interval: z.string(),
  intervalNum: z.number(),
  limit: z.number().positive(),
});

type RateLimit = z.output<typeof rateLimit>;

const answer = z.object({
  rateLimits: z.array(rateLimit).default([]),
  // Each market's own record stays raw: one that cannot be read must not hide the others.
  symbols: z.array(z.looseObject({ symbol: word })).min(1),
});

export type MarketRecord = z.output<typeof answer>['symbols'][number];

export interface ExchangeInfo {
  markets: MarketRecord[];
  limits: Limits;
}

export function readExchangeInfo(reply: unknown): ExchangeInfo {
  const { rateLimits, symbols } = parseAnswer(answer, reply, 'the venue’s exchange information');
  return { markets: symbols, limits: limitsIn(rateLimits) };
}

const limitsIn = (rows: readonly RateLimit[]): Limits => ({
  weight1m: limitOf(rows, 'REQUEST_WEIGHT', 'MINUTE', 1),
  orders10s: limitOf(rows, 'ORDERS', 'SECOND', 10),
  orders1m: limitOf(rows, 'ORDERS', 'MINUTE', 1),
});

const limitOf = (rows: readonly RateLimit[], type: string, interval: string, intervalNum: number): number | undefined =>
  rows.find((row) => row.rateLimitType === type && row.interval === interval && row.intervalNum === intervalNum)?.limit;
