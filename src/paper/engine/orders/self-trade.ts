import { least } from '../decimal';
import type { Amount } from '../decimal';
import { isBetter, reaches, takingPrice } from '../market/quote';
import type { World } from '../world';
import { endOrder } from './end-order';
import type { Ending } from './end-order';
import { fillOrder } from './fill-order';
import { fillable } from './fillable';
import { EXPIRY, isOpen } from './order';
import type { ExpiryReason, Order } from './order';
import { settleLeg } from './settle-leg';

const expired = (expiry: ExpiryReason): Ending => ({
  status: 'EXPIRED_IN_MATCH',
  reason: 'it met an order of the same account',
  expiry,
});

/** The own order that this one would trade with before anybody else. */
const ownInTheWay = (world: World, taker: Order, limit: Amount): Order | undefined => {
  const market = takingPrice(world, taker.symbol, taker.side);
  const [best] = world.orders
    .openOf(taker.symbol)
    .filter((order) => order.side !== taker.side && order.type === 'LIMIT' && order.orderId !== taker.orderId)
    .filter((order) => fillable(world, order).gt(0) && reaches(taker.side, limit, order.price))
    .filter((order) => market === undefined || isBetter(taker.side, order.price, market))
    .sort((one, other) => (isBetter(taker.side, one.price, other.price) ? -1 : 1));
  return best;
};

/** Without prevention both sides fill at the resting price. The taker's own leg is settled when it is done. */
const trade = (world: World, taker: Order, maker: Order): Order => {
  const quantity = least(fillable(world, taker), fillable(world, maker));
  fillOrder(world, maker, { quantity, price: maker.price, maker: true });
  const filled = fillOrder(world, taker, { quantity, price: maker.price, maker: false });
  if (maker.positionSide !== taker.positionSide) settleLeg(world, maker.symbol, maker.positionSide);
  return filled;
};

const expiryOf = (taker: Order): ExpiryReason =>
  taker.type === 'MARKET' || taker.timeInForce === 'IOC' ? EXPIRY.selfTradeOfTaker : EXPIRY.selfTrade;

/** The taker as it stands after meeting an own order, by the taker's mode; undefined when none is in its way. */
export const meetOwn = (world: World, taker: Order, limit: Amount): Order | undefined => {
  const maker = ownInTheWay(world, taker, limit);
  if (!maker || fillable(world, taker).lte(0)) return undefined;
  if (taker.selfTrade === 'NONE') return trade(world, taker, maker);
  if (taker.selfTrade !== 'EXPIRE_TAKER') endOrder(world, maker, expired(EXPIRY.selfTrade));
  if (taker.selfTrade === 'EXPIRE_MAKER') return world.orders.latest(taker.orderId);
  const open = world.orders.latest(taker.orderId)!;
  return isOpen(open) ? endOrder(world, open, expired(expiryOf(taker))) : open;
};
