import type { CloseTarget } from '../src/domain/names';
import type { Reading } from '../src/domain/verdict';
import { positionOf } from '../src/exchange/port';
import type { Exchange } from '../src/exchange/port';

/** The position, the symbol's rules and what rests in it. */
export async function readMarket(exchange: Exchange, { symbol, side }: CloseTarget): Promise<Reading> {
  const rules = await exchange.readRules(symbol);
  const [snapshot, resting] = await Promise.all([
    exchange.listPositions(),
    rules === null ? [] : exchange.listResting(symbol),
  ]);
  return { readAtMs: snapshot.readAtMs, position: positionOf(snapshot, symbol, side), rules, resting };
}
