import { z } from 'zod';
import { normaliseSymbol } from '../../domain/market-symbol';
import type { MarketSymbol } from '../../domain/market-symbol';
import { word } from '../ccxt/reads/fields';

/** What an event of the account's own stream means for one who watches positions. */
export type UserEvent =
  /** Something moved in these symbols; null for the account as a whole. */
  | { kind: 'moved'; symbols: (MarketSymbol | null)[] }
  | { kind: 'keyExpired' }
  /** Of no concern here. */
  | { kind: 'other' };

const named = z.object({ s: word }).transform(({ s }) => normaliseSymbol(s) ?? s);

const event = z.union([
  z
    .object({ e: z.enum(['ORDER_TRADE_UPDATE', 'ALGO_UPDATE']), o: named })
    .transform(({ o }): UserEvent => ({ kind: 'moved', symbols: [o] })),
  z
    .object({ e: z.literal('ACCOUNT_UPDATE'), a: z.object({ P: z.array(named).default([]) }) })
    .transform(({ a: { P } }): UserEvent => ({ kind: 'moved', symbols: P.length === 0 ? [null] : [...new Set(P)] })),
  z.object({ e: z.literal('listenKeyExpired') }).transform((): UserEvent => ({ kind: 'keyExpired' })),
]);

const OURS = new Set(['ORDER_TRADE_UPDATE', 'ALGO_UPDATE', 'ACCOUNT_UPDATE']);

/** One of our events that is not as documented still says that something moved. Throws where it is no event at all. */
export function readUserEvent(raw: unknown): UserEvent {
  const parsed = event.safeParse(raw);
  if (parsed.success) return parsed.data;
  const { e } = z.object({ e: word }).parse(raw);
  return OURS.has(e) ? { kind: 'moved', symbols: [null] } : { kind: 'other' };
}
