import type { CloseOrder } from '../src/domain/close-order';
import type { Position } from '../src/domain/position';
import type { RestingOrder } from '../src/domain/resting-order';
import { positionOf } from '../src/exchange/port';
import type { Exchange } from '../src/exchange/port';

/** What stands after an order: the position, and what rests in its symbol. */
export interface Aftermath {
  position: Position | null;
  resting: RestingOrder[];
  /** Venue clock when the position was asked for, ms. */
  readAtMs: number;
}

export async function readAftermath(exchange: Exchange, { symbol, positionSide }: CloseOrder): Promise<Aftermath> {
  const [snapshot, resting] = await Promise.all([exchange.listPositions(), exchange.listResting(symbol)]);
  return { position: positionOf(snapshot, symbol, positionSide), resting, readAtMs: snapshot.readAtMs };
}
