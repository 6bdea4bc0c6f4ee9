import type { Side } from '../../../src/domain/exit-decision';
import { normaliseSymbol } from '../../../src/domain/market-symbol';
import type { WatchedPosition, WatchedSnapshot } from '../../../src/exchange/watch-port';

/** A venue's markets, and the positions held in some of them. */
export interface Book {
  name: string;
  marketIds: readonly string[];
  snapshot: WatchedSnapshot;
}

export const ENTRY_PRICE = 100;

const marketIds = (count: number): string[] => Array.from({ length: count }, (_, n) => `X${n}USDT`);

/**
 * 45: as many as the old system watched, in a market of the size of Binance's. 10,000: an account has at most a long and a
 * short in each market, so that it takes a market of 5,000, which no venue lists, and a message eight times as long.
 */
export const BOOKS: readonly Book[] = [
  bookOf('45 positions, 650 markets', marketIds(650), 45, ['long']),
  bookOf('10,000 positions, 5,000 markets', marketIds(5_000), 5_000, ['long', 'short']),
];

/** Held are the last markets: whoever comes last waits longest. */
function bookOf(name: string, ids: readonly string[], held: number, sides: readonly Side[]): Book {
  const openedAtMs = Date.now() - 60_000;
  const positions = ids.slice(-held).flatMap((id) => sides.map((side) => positionIn(id, side, openedAtMs)));
  return { name, marketIds: ids, snapshot: { readAtMs: Date.now(), positions } };
}

function positionIn(id: string, side: Side, updatedAtMs: number): WatchedPosition {
  const position = { quantity: '1', entryPrice: String(ENTRY_PRICE), mode: 'hedge', updatedAtMs } as const;
  return { symbol: normaliseSymbol(id) ?? id, side, ...position, liquidationPrice: side === 'long' ? '80' : '120' };
}
