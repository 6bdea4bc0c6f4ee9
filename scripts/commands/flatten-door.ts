import { refusalOfAsker } from '../../src/client/refuse-at-door';
import { unlistedSymbols } from '../../src/client/plan-flatten';
import { accountOf } from '../../src/config/account';
import type { Config } from '../../src/config/config';
import { keysOf } from '../../src/config/keys';
import type { FlattenRequest, FlattenScope } from '../../src/domain/flatten/flatten-request';
import { marketId, normaliseSymbol } from '../../src/domain/market-symbol';
import { parseFlattenRequest } from '../../src/domain/flatten/parse-flatten-request';
import { createExchange } from '../../src/exchange/create-exchange';
import type { Exchange } from '../../src/exchange/port';
import { VenueError } from '../../src/exchange/venue-error';
import { Refused, UserMistake } from '../terminal/user-mistake';
import type { FlattenOptions } from './flatten-options';

export function exchangeOf(config: Config, accountName: string): Exchange {
  const { name, account } = accountOf(config, accountName);
  return createExchange({ ...keysOf(name, account), venue: account.venue, paperUrl: account.paperUrl });
}

type Scoped = Pick<FlattenOptions, 'account' | 'symbols' | 'side'>;

/** What was typed, as a scope. A name that no market has is refused: it would look like a flatten that found nothing to do. */
export async function scopeFrom(config: Config, options: Scoped): Promise<{ account: string; scope: FlattenScope }> {
  const { name: account } = accountOf(config, options.account);
  const scope = { symbols: symbolsFrom(options.symbols), side: options.side ?? null };
  if (scope.symbols !== null) await refuseUnlisted(exchangeOf(config, account), scope);
  return { account, scope };
}

function symbolsFrom(typed: string | undefined): string[] | null {
  if (typed === undefined) return null;
  const names = typed.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => normaliseSymbol(name) === undefined);
  if (unknown.length > 0) throw new UserMistake(`${unknown.join(', ')} names no market: write BTCUSDT,ETHUSDT`);
  return [...new Set(names.flatMap((name) => normaliseSymbol(name) ?? []))];
}

/** A venue that cannot be asked from here keeps nobody from flattening: the worker asks it from there. */
async function refuseUnlisted(exchange: Exchange, scope: FlattenScope): Promise<void> {
  const unlisted = await unlistedSymbols(exchange, scope).catch((error: unknown) => {
    if (error instanceof VenueError) return [];
    throw error;
  });
  if (unlisted.length > 0) throw new Refused(`the venue lists no ${unlisted.map(marketId).join(', ')}`);
}

/** The same schema as every door, and everything that can be refused before a start. */
export function admitFlatten(config: Config, candidate: FlattenRequest): FlattenRequest {
  const parsed = parseFlattenRequest(candidate);
  if (!parsed.ok) throw new UserMistake(parsed.sentence);
  const refusal = refusalOfAsker(parsed.request, Object.keys(config.accounts), config.allowedSources);
  if (refusal !== null) throw new Refused(refusal);
  return parsed.request;
}
