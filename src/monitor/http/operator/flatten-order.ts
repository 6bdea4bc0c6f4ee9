import { z } from 'zod';
import type { FlattenScope } from '../../../domain/flatten/flatten-request';
import { normaliseSymbol } from '../../../domain/market-symbol';
import { Refusal } from '../problems/problem';
import { reasonSchema } from './operator-headers';

const SYMBOLS_LENGTH_MAX = 4_000;

/** What is asked of `POST /flatten`. A misspelt parameter is refused by name: a dry run must not become a flatten. */
export const flattenParameters = z.strictObject({
  confirm: z.string().optional().describe('The name of the account. Not needed for a dry run'),
  reason: reasonSchema,
  symbols: z
    .string()
    .max(SYMBOLS_LENGTH_MAX)
    .optional()
    .describe('Only these markets, such as BTCUSDT,ETHUSDT; without it, all'),
  side: z.enum(['long', 'short']).optional().describe('Only positions on this side; without it, both'),
  dryRun: z
    .enum(['true', 'false'])
    .optional()
    .describe('true: answers what would be cancelled and sent, by reading the venue; nothing is'),
});

export type FlattenParameters = z.output<typeof flattenParameters>;

export const scopeOf = ({ symbols, side }: FlattenParameters): FlattenScope => ({
  symbols: symbols === undefined ? null : [...new Set(symbols.split(',').map(symbolNamed))],
  side: side ?? null,
});

function symbolNamed(typed: string): string {
  const symbol = normaliseSymbol(typed);
  if (symbol !== undefined) return symbol;
  throw new Refusal('unknown-symbol', { detail: `${typed.slice(0, 40)} does not name a market` });
}

/** The name of the account, typed: nobody flattens one account meaning another. */
export function requireConfirmed({ confirm }: FlattenParameters, account: string): void {
  if (confirm === account) return;
  throw new Refusal('flatten-unconfirmed', {
    detail: `Send confirm=${account}: this service flattens the account ${account}`,
  });
}
