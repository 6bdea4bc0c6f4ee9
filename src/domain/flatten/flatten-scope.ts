import type { Side } from '../exit-decision';
import type { FlattenScope } from './flatten-request';
import { marketId } from '../market-symbol';
import type { MarketSymbol } from '../market-symbol';

interface Leg {
  symbol: MarketSymbol;
  side: Side;
}

export const covers = ({ symbols, side }: FlattenScope, leg: Leg): boolean =>
  (symbols === null || symbols.includes(leg.symbol)) && (side === null || side === leg.side);

/** In whose name a position goes: the first who asked for it. Together they are the scope, which so only ever grows. */
export const firstToCover = <Ask extends { scope: FlattenScope }>(asked: readonly Ask[], leg: Leg): Ask | undefined =>
  asked.find(({ scope }) => covers(scope, leg));

/** As people are told of it. */
export function describeScope({ symbols, side }: FlattenScope): string {
  const which = side === null ? 'every position' : `every ${side} position`;
  return symbols === null ? which : `${which} in ${symbols.map(marketId).join(', ')}`;
}
