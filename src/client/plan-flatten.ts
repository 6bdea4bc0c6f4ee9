import { planFlatten } from '../domain/flatten/flatten-plan';
import type { FlattenPlan } from '../domain/flatten/flatten-plan';
import type { FlattenScope } from '../domain/flatten/flatten-request';
import type { Exchange } from '../exchange/port';

type Venue = Pick<Exchange, 'listPositions' | 'listAllResting' | 'readRules'>;

/** What a flatten would do now, by reading the venue alone: nothing is started, cancelled or sent. Throws `VenueError`. */
export async function readFlattenPlan(exchange: Venue, scope: FlattenScope): Promise<FlattenPlan> {
  const [{ positions }, resting] = await Promise.all([exchange.listPositions(), exchange.listAllResting()]);
  const symbols = [...new Set(positions.map(({ symbol }) => symbol))];
  const rules = await Promise.all(symbols.map((symbol) => exchange.readRules(symbol)));
  const bySymbol = new Map(symbols.map((symbol, index) => [symbol, rules[index] ?? null]));
  return planFlatten({ positions, resting, rulesOf: (symbol) => bySymbol.get(symbol) ?? null }, scope);
}

/** Of these markets, the ones that the venue does not list. */
export async function unlistedSymbols(
  exchange: Pick<Exchange, 'readRules'>,
  { symbols }: FlattenScope,
): Promise<string[]> {
  const named = symbols ?? [];
  const rules = await Promise.all(named.map((symbol) => exchange.readRules(symbol)));
  return named.filter((_, index) => rules[index] === null);
}
