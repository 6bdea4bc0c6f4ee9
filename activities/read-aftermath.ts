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
export async function readAftermath(exchange: Exchange, order: CloseOrder): Promise<Aftermath> {
  const { symbol } = order;
  const [after, alongside] = await Promise.all([
    readPosition(exchange, order),
    exchange.isCrowded() ? null : exchange.listResting(symbol),
  ]);
  return { ...after, resting: alongside ?? (await restingIn(exchange, symbol, after.position)) };
}

/** Only this one of the list: hundreds who wait for what rests would keep as many lists of a thousand positions in memory. */
async function readPosition(
  exchange: Exchange,
  { symbol, positionSide }: CloseOrder,
): Promise<Omit<Aftermath, 'resting'>> {
  const snapshot = await exchange.listPositions();
  return { position: positionOf(snapshot, symbol, positionSide), readAtMs: snapshot.readAtMs };
}

const restingIn = (exchange: Exchange, symbol: string, position: Position | null): Promise<RestingOrder[]> =>
  position === null
    ? exchange.listRestingForMany(symbol)
    : Promise.resolve(exchange.recentResting(symbol) ?? exchange.listResting(symbol));
