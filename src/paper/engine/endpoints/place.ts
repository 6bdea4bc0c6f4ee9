import { acknowledged, changeAnswer } from '../answers/order-answer';
import { ZERO } from '../decimal';
import { haunt } from '../events/ghost';
import { checkOrder } from '../orders/check-order';
import { parseOrder } from '../orders/parse-order';
import { placeOrder } from '../orders/place-order';
import type { Placement } from '../orders/place-order';
import type { Params } from '../params';
import { parseResponseType } from '../parse';
import type { World } from '../world';

/** RESULT shows the final state of orders that cannot rest; an order that can is answered as it was accepted. */
const showsResult = (type: string, { final }: Placement): boolean =>
  type === 'RESULT' && (final.type === 'MARKET' || final.timeInForce === 'IOC' || final.timeInForce === 'FOK');

export const place = (world: World, params: Params): unknown => {
  const [draft, type] = [parseOrder(world, params), parseResponseType(params)];
  haunt(world, params, draft);
  const placement = placeOrder(world, draft);
  return changeAnswer(world, showsResult(type, placement) ? placement.final : acknowledged(placement.accepted));
};

/** order/test: every check, and an answer for an order that does not exist. */
export const tryOut = (world: World, params: Params): unknown => {
  const draft = parseOrder(world, params);
  const { quantity, reducing } = checkOrder(world, draft);
  const [at, nothing] = [world.now(), { executed: ZERO, quote: ZERO, modified: 0 }];
  const order = { ...draft, ...nothing, quantity, reducing, createdAt: at, updatedAt: at };
  return changeAnswer(world, { ...order, orderId: world.numbers.order + 1, status: 'NEW' });
};
