import { reducible } from '../account/leg';
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
});

const send = (world: World, algo: AlgoOrder): void => {
  const { accepted } = placeOrder(world, draftOf(world, algo));
  changeAlgo(world, algo, { status: 'FINISHED', actualOrderId: accepted.orderId });
};

/** The trigger's own order can be refused like anyone's: then the conditional order ends with the reason, and nothing was traded. */
export const triggerAlgo = (world: World, algo: AlgoOrder): void => {
  const triggered = changeAlgo(world, algo, { status: 'TRIGGERED', triggeredAt: world.now() });
  try {
    send(world, triggered);
  } catch (refused) {
    if (!(refused instanceof Refusal)) throw refused;
    endAlgo(world, { ...triggered, failReason: refused.message }, 'REJECTED', `${refused.code} ${refused.message}`);
  }
};
