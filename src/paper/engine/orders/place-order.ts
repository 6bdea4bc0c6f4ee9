import { ZERO } from '../decimal';
import { orderLine } from '../journal';
import type { World } from '../world';
import { checkOrder } from './check-order';
import { endOrder } from './end-order';
import type { Ending } from './end-order';
import { executeLimit, executeMarket } from './match-order';
import { EXPIRY, isOpen } from './order';
import type { Order, OrderDraft } from './order';
import { settleLeg } from './settle-leg';

/** The order as it was accepted, and as it stood when the matching engine was done with it. */
export interface Placement {
  readonly accepted: Order;
  readonly final: Order;
}

const TOO_LARGE: Ending = {
  status: 'EXPIRED',
  reason: 'reduce-only: larger than the position',
  expiry: EXPIRY.reduceOnly,
};

const accept = (world: World, draft: OrderDraft, reducing: boolean): Order => {
  const at = world.now();
  const orderId = (world.numbers.order += 1);
  const order = world.orders.add({
    ...draft,
    orderId,
    reducing,
    status: 'NEW',
    executed: ZERO,
    quote: ZERO,
    createdAt: at,
    updatedAt: at,
    modified: 0,
  });
  world.record(orderLine(order));
  return order;
};

/** A market order that is held back fills at its own moment, if it is still there. */
const fillLater = (world: World, { orderId, symbol, positionSide, createdAt }: Order): void => {
  world.agenda.plan(createdAt + world.settings.fillDelayMs, () => {
    const order = world.orders.latest(orderId);
    if (!order || !isOpen(order)) return;
    executeMarket(world, order);
    settleLeg(world, symbol, positionSide);
  });
};

const expireLater = (world: World, { orderId, goodTillDate }: Order): void => {
  world.agenda.plan(goodTillDate, () => {
    const order = world.orders.latest(orderId);
    if (order && isOpen(order)) endOrder(world, order, { status: 'EXPIRED', reason: 'its goodTillDate has come' });
  });
};

const execute = (world: World, order: Order): Order => {
  if (order.timeInForce === 'GTD') expireLater(world, order);
  if (order.type === 'LIMIT') return executeLimit(world, order);
  if (world.settings.fillDelayMs === 0) return executeMarket(world, order);
  fillLater(world, order);
  return order;
};

/** Checks everything, then accepts and matches: a refusal leaves no trace in the world. */
export const placeOrder = (world: World, draft: OrderDraft): Placement => {
  const { quantity, expires, reducing } = checkOrder(world, draft);
  const accepted = accept(world, { ...draft, quantity }, reducing);
  const final = expires ? endOrder(world, accepted, TOO_LARGE) : execute(world, accepted);
  settleLeg(world, draft.symbol, draft.positionSide);
  return { accepted, final: world.orders.latest(final.orderId)! };
};
