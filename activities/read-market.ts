import type { CloseTarget } from '../src/domain/names';
import type { Reading } from '../src/domain/verdict';
import { positionOf } from '../src/exchange/port';
import type { Exchange } from '../src/exchange/port';

/**
 * The position, the symbol's rules and what rests in it. In a crowd what rests may be a few seconds older than the position,
 * unless it is needed: `needsResting`, where it is to make way; and where the position is flat, and it is to be swept.
 */
export async function readMarket(
  exchange: Exchange,
  { symbol, side }: CloseTarget,
  needsResting: boolean,
): Promise<Reading> {
  const rules = await exchange.readRules(symbol);
  const recent = needsResting || rules === null ? null : exchange.recentResting(symbol);
  const [snapshot, fresh] = await Promise.all([
    exchange.listPositions(),
    rules === null ? [] : recent === null ? exchange.listResting(symbol) : null,
  ]);
  const position = positionOf(snapshot, symbol, side);
  const lately = position === null ? null : recent;
  return {
    readAtMs: snapshot.readAtMs,
    position,
    rules,
    resting: fresh ?? lately ?? (await exchange.listResting(symbol)),
  };
}
