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

/**
 * In one round trip; in a crowd one after the other. Then what is left at a flat position to be swept is in no hurry, and is
 * read together with others; beside an open one it only tells whether a stop rests there, and the next order is not to wait.
 */
export async function readAftermath(exchange: Exchange, { symbol, positionSide }: CloseOrder): Promise<Aftermath> {
  const [snapshot, alongside] = await Promise.all([
    exchange.listPositions(),
    exchange.isCrowded() ? null : exchange.listResting(symbol),
  ]);
  const position = positionOf(snapshot, symbol, positionSide);
  const resting = alongside ?? (await restingIn(exchange, symbol, position));
  return { position, resting, readAtMs: snapshot.readAtMs };
}

const restingIn = (exchange: Exchange, symbol: string, position: Position | null): Promise<RestingOrder[]> =>
  position === null
    ? exchange.listRestingForMany(symbol)
    : Promise.resolve(exchange.recentResting(symbol) ?? exchange.listResting(symbol));
