import { marketId, normaliseSymbol } from '../../../src/domain/market-symbol';
import { readWatchedPositions } from '../../../src/exchange/ccxt/watch/watched-positions';
import type { WatchedPosition } from '../../../src/exchange/watch-port';
import type { Book } from './book';
import { heldFor } from './held-for';
import type { WatchedBook } from './watched-book';

/** What else goes on in the monitor, and how long a tick that comes at the worst moment waits for it, ms. */
export async function timeRest({ snapshot }: Book, { watching, bestPrices }: WatchedBook, count: number) {
  const rows = snapshot.positions.map(rowOf);
  const symbolOf = (id: string): string => normaliseSymbol(id) ?? id;
  const works: Record<string, () => unknown> = {
    'a list of positions, read (every 1.5 s)': () => readWatchedPositions(rows, symbolOf),
    'a list of positions, taken and judged': () => watching.takeSnapshot({ ...snapshot, readAtMs: Date.now() }),
    'all judged again (every second)': () => watching.judgeAll(),
    'best prices saved (every second at most)': () => bestPrices.save(Date.now()),
  };
  const timed: Record<string, number[]> = {};
  for (const [name, work] of Object.entries(works)) {
    const held: number[] = [];
    for (let n = 0; n < count; n += 1) held.push(await heldFor(work));
    timed[name] = held;
  }
  return timed;
}

/** As the venue writes it. */
const rowOf = ({ symbol, side, entryPrice, liquidationPrice, updatedAtMs }: WatchedPosition) => ({
  symbol: marketId(symbol),
  positionSide: side.toUpperCase(),
  positionAmt: side === 'long' ? '1' : '-1',
  entryPrice,
  breakEvenPrice: entryPrice,
  markPrice: entryPrice,
  unRealizedProfit: '0.00000000',
  liquidationPrice,
  isolatedMargin: '0',
  notional: entryPrice,
  marginAsset: 'USDT',
  updateTime: updatedAtMs,
});
