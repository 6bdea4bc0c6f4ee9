import { endAlgo, openAlgos } from '../algo/end-algo';
import { ZERO, least } from '../decimal';
import type { Amount } from '../decimal';
import { orderLine } from '../journal';
import { endOrder } from '../orders/end-order';
import { fillOrder } from '../orders/fill-order';
import { EXPIRY } from '../orders/order';
import type { Order } from '../orders/order';
import { settleLeg } from '../orders/settle-leg';
import { legOf, markOf } from '../world';
import type { World } from '../world';
import { closingSide } from './leg';
import type { Leg } from './leg';
import { openLegs } from './margin';

export type ForcedKind = 'liquidate' | 'adl' | 'delist';

/** Client ids by which the venue marks its own orders. Source: "Event: Order Update" in the documentation. */
const NAMES: Readonly<Record<ForcedKind, (at: number) => string>> = {
  liquidate: (at) => `autoclose-${at}`,
  adl: () => 'adl_autoclose',
  delist: (at) => `settlement_autoclose-${at}`,
};

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
    clientOrderId: NAMES[kind](at),
    origin: 'venue',
    selfTrade: 'NONE',
    goodTillDate: 0,
    priceMatch: 'NONE',
    orderId: (world.numbers.order += 1),
    reducing: false,
    status: 'NEW',
    executed: ZERO,
    quote: ZERO,
    createdAt: at,
    updatedAt: at,
    modified: 0,
  });
};

/** A liquidated market loses its resting orders first. */
const clearBook = (world: World, leg: Leg): void => {
  for (const order of world.orders.openOf(leg.symbol))
    if (order.positionSide === leg.positionSide)
      endOrder(world, order, {
        status: 'EXPIRED',
        reason: 'the venue cancelled it before liquidation',
        expiry: EXPIRY.liquidated,
      });
};

/** The venue closes a position by its own hand, at the mark: all of it, or `quantity` of it. */
export const forceClose = (world: World, kind: ForcedKind, leg: Leg, quantity: Amount = leg.quantity.abs()): Order => {
  if (kind === 'liquidate') clearBook(world, leg);
  const order = venueOrder(world, kind, leg, least(quantity, leg.quantity.abs()));
  world.record(orderLine(order, kind));
  const filled = fillOrder(world, order, { quantity: order.quantity, price: order.price, maker: false });
  settleLeg(world, leg.symbol, legOf(world, leg.symbol, leg.positionSide).positionSide);
  return filled;
};

/** The market is settled: orders expire, positions are closed at the mark, and nothing trades there again. */
export const delist = (world: World, symbol: string): Order[] => {
  world.delisted.add(symbol);
  for (const order of world.orders.openOf(symbol))
    endOrder(world, order, { status: 'EXPIRED', reason: 'the market is delisted', expiry: EXPIRY.delisted });
  for (const algo of openAlgos(world, symbol)) endAlgo(world, algo, 'EXPIRED', 'the market is delisted');
  return openLegs(world)
    .filter((leg) => leg.symbol === symbol)
    .map((leg) => forceClose(world, 'delist', leg));
};
