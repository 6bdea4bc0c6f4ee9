import { text } from '../../engine/decimal';
import type { ExecutionLine } from '../../engine/journal';
import { wireId } from '../../engine/wire-id';
import type { World } from '../../engine/world';

/** The short form of a fill, which the venue sends ahead of the long one. */
export const tradeLite = (world: World, line: ExecutionLine) => {
  const order = world.orders.latest(line.orderId)!;
  return {
    e: 'TRADE_LITE',
    E: world.now(),
    T: line.at,
    s: line.symbol,
    q: text(order.quantity),
    p: text(order.price),
    m: line.maker,
    c: line.clientOrderId,
    S: line.side,
    L: line.price,
    l: line.quantity,
    t: line.tradeId,
    i: wireId(world, line.orderId),
  };
};
