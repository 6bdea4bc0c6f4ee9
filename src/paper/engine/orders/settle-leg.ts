import { reducible } from '../account/leg';
import type { Leg, PositionSide } from '../account/leg';
import { expireOrphans } from '../algo/end-algo';
import { ZERO, least } from '../decimal';
import type { Amount } from '../decimal';
import { orderLine } from '../journal';
import { legOf } from '../world';
import type { World } from '../world';
import { claimsOn } from './claims';
import { endOrder } from './end-order';
import type { Ending } from './end-order';
import { EXPIRY, remaining } from './order';
import type { Order } from './order';

const KNOCKED_OUT: Ending = {
  status: 'EXPIRED',
  reason: 'knocked out: nothing is left to reduce',
  expiry: EXPIRY.reduceOnly,
};

const shrink = (world: World, order: Order, kept: Amount): void => {
  const smaller = world.orders.change({ ...order, quantity: order.executed.plus(kept), updatedAt: world.now() });
  world.record(orderLine(smaller, 'reduced to what is left of the position'));
};

/** Gives one claim its share of what is left, and returns the share. */
const serve = (world: World, order: Order, left: Amount): Amount => {
  const kept = least(remaining(order), left);
  if (kept.isZero()) endOrder(world, order, KNOCKED_OUT);
  else if (kept.lt(remaining(order))) shrink(world, order, kept);
  return kept;
};

/** Reducing orders never claim more than the position: the last in line shrink or are knocked out. */
const trimClaims = (world: World, leg: Leg): void => {
  let served = ZERO;
  for (const order of claimsOn(world, leg)) {
    const left = reducible(leg, order.side).minus(served);
    served = served.plus(serve(world, order, left.lt(0) ? ZERO : left));
  }
};

/** After a position moved: whatever rested for it is brought in line with it. */
export const settleLeg = (world: World, symbol: string, positionSide: PositionSide): void => {
  const leg = legOf(world, symbol, positionSide);
  trimClaims(world, leg);
  if (leg.quantity.isZero()) expireOrphans(world, leg);
};
