import { z } from 'zod';
import { normaliseSymbol } from '../../domain/market-symbol';
import { priceOrNone, timeMs, word } from '../ccxt/reads/fields';
import type { MarkPrice } from '../watch-port';

/** The same facts under two sets of names: a row of premiumIndex, and an event of the mark-price stream. */
const restRow = z.object({ symbol: word, markPrice: priceOrNone, indexPrice: priceOrNone, time: timeMs });
const streamRow = z
  .object({ e: z.literal('markPriceUpdate'), s: word, p: priceOrNone, i: priceOrNone, E: timeMs })
  .transform(({ s, p, i, E }) => ({ symbol: s, markPrice: p, indexPrice: i, time: E }));

const row = z.union([streamRow, restRow]);

/** A market without a price, and a row that cannot be read, are left out: they hide none of the others, and are missed by name. */
export const readMarkPrices = (rows: readonly unknown[]): MarkPrice[] => rows.flatMap(readMarkPrice);

function readMarkPrice(raw: unknown): MarkPrice[] {
  const { data } = row.safeParse(raw);
  if (data?.markPrice === undefined) return [];
  const { symbol: id, markPrice, indexPrice, time } = data;
  const index = indexPrice === undefined ? {} : { indexPrice };
  return [{ symbol: normaliseSymbol(id) ?? id, markPrice, ...index, venueAtMs: time }];
}
