import { reducible } from '../account/leg';
import { isOpen } from '../orders/order';
import type { OrderDraft } from '../orders/order';
import { placeOrder } from '../orders/place-order';
import { Refusal } from '../refusal';
import { legOf } from '../world';
import type { World } from '../world';
import type { AlgoOrder } from './algo-order';
import { changeAlgo, endAlgo } from './end-algo';

const draftOf = (world: World, algo: AlgoOrder): OrderDraft => ({
  symbol: algo.symbol,
  side: algo.side,
  positionSide: algo.positionSide,
  type: algo.price.isZero() ? 'MARKET' : 'LIMIT',
  timeInForce: algo.timeInForce,
  quantity: algo.closePosition ? reducible(legOf(world, algo.symbol, algo.positionSide), algo.side) : algo.quantity,
  price: algo.price,
  reduceOnly: algo.reduceOnly || (algo.closePosition && algo.positionSide === 'BOTH'),
  clientOrderId: algo.clientAlgoId,
  origin: 'algo',
  selfTrade: algo.selfTrade,
  goodTillDate: algo.goodTillDate,
  priceMatch: 'NONE',
});

/** It is FINISHED as soon as its order is; until then it is TRIGGERED. */
const send = (world: World, algo: AlgoOrder): void => {
  const { final } = placeOrder(world, draftOf(world, algo));
  const sent = changeAlgo(world, algo, { status: 'TRIGGERED', actualOrderId: final.orderId });
  if (!isOpen(final)) changeAlgo(world, sent, { status: 'FINISHED' });
};

/** Its own order can be refused like anyone's: then it ends with the reason, and nothing was traded. */
const sendOrReject = (world: World, algo: AlgoOrder): void => {
  try {
    send(world, algo);
  } catch (refused) {
    if (!(refused instanceof Refusal)) throw refused;
    endAlgo(world, { ...algo, failReason: refused.message }, 'REJECTED', `${refused.code} ${refused.message}`);
  }
};

/** The trigger is reached: from here on it cannot be cancelled. */
export const triggerAlgo = (world: World, algo: AlgoOrder): void => {
  const triggering = changeAlgo(world, algo, { status: 'TRIGGERING', triggeredAt: world.now() });
  const delay = world.settings.triggerDelayMs;
  if (delay === 0) sendOrReject(world, triggering);
  else world.agenda.plan(world.now() + delay, () => sendOrReject(world, triggering));
};
