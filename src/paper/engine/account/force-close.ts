import { ZERO, least } from '../decimal';
import type { Amount } from '../decimal';
import { orderLine } from '../journal';
import { endOrder } from '../orders/end-order';
import { fillOrder } from '../orders/fill-order';
import type { Order } from '../orders/order';
import { settleLeg } from '../orders/settle-leg';
import { legOf, markOf } from '../world';
import type { World } from '../world';
import { closingSide } from './leg';
import type { Leg } from './leg';

export type ForcedKind = 'liquidate' | 'adl';

/** Client ids by which the venue marks its own orders. Source: "Event: Order Update" in the documentation. */
const nameOf = (kind: ForcedKind, at: number): string => (kind === 'adl' ? 'adl_autoclose' : `autoclose-${at}`);

const venueOrder = (world: World, kind: ForcedKind, leg: Leg, quantity: Amount): Order => {
  const at = world.now();
  return world.orders.add({
    symbol: leg.symbol,
    side: closingSide(leg),
    positionSide: leg.positionSide,
    type: 'LIMIT',
    timeInForce: 'IOC',
    quantity,
    price: markOf(world, leg.symbol),
    reduceOnly: false,
    clientOrderId: nameOf(kind, at),
    origin: 'venue',
    orderId: (world.numbers.order += 1),
    reducing: false,
    status: 'NEW',
    executed: ZERO,
    quote: ZERO,
    createdAt: at,
    updatedAt: at,
  });
};

/** A liquidated market loses its resting orders first. */
const clearBook = (world: World, leg: Leg): void => {
  for (const order of world.orders.openOf(leg.symbol))
    if (order.positionSide === leg.positionSide)
      endOrder(world, order, 'CANCELED', 'the venue cancelled it before liquidation');
};

/** The venue closes a position by its own hand, at the mark: all of it, or `quantity` of it. */
export const forceClose = (world: World, kind: ForcedKind, leg: Leg, quantity: Amount = leg.quantity.abs()): Order => {
  if (kind === 'liquidate') clearBook(world, leg);
  const order = venueOrder(world, kind, leg, least(quantity, leg.quantity.abs()));
  world.record(orderLine(order, kind));
  const filled = fillOrder(world, order, {
    quantity: order.quantity,
    price: order.price,
    maker: false,
    at: order.createdAt,
  });
  settleLeg(world, leg.symbol, legOf(world, leg.symbol, leg.positionSide).positionSide);
  return filled;
};
