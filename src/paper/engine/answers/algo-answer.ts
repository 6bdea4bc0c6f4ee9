import { triggerOf } from '../algo/algo-order';
import type { AlgoOrder } from '../algo/algo-order';
import { ZERO, text } from '../decimal';
import type { Order } from '../orders/order';
import { wireId } from '../wire-id';
import type { World } from '../world';

/** What a trailing stop follows, and how closely. */
const trailOf = ({ trail }: AlgoOrder) =>
  trail === undefined ? {} : { activatePrice: text(trail.activatePrice), callbackRate: text(trail.callbackRate) };

/** POST and GET algoOrder, openAlgoOrders. */
export const algoAnswer = (algo: AlgoOrder) => ({
  algoId: algo.algoId,
  clientAlgoId: algo.clientAlgoId,
  algoType: 'CONDITIONAL',
  orderType: algo.type,
  symbol: algo.symbol,
  side: algo.side,
  positionSide: algo.positionSide,
  timeInForce: algo.timeInForce,
  quantity: text(algo.quantity),
  algoStatus: algo.status,
  actualOrderId: algo.actualOrderId === undefined ? '' : String(algo.actualOrderId),
  actualPrice: '0.00000',
  triggerPrice: text((triggerOf(algo) ?? ZERO).toDecimalPlaces(8)),
  price: text(algo.price),
  icebergQuantity: null,
  selfTradePreventionMode: algo.selfTrade,
  workingType: algo.workingType,
  priceMatch: 'NONE',
  closePosition: algo.closePosition,
  priceProtect: algo.priceProtect,
  reduceOnly: algo.reduceOnly,
  ...trailOf(algo),
  createTime: algo.createdAt,
  updateTime: algo.updatedAt,
  triggerTime: algo.triggeredAt,
  goodTillDate: algo.goodTillDate,
  ...(algo.failReason === undefined ? {} : { failReason: algo.failReason }),
});

const averageOf = (order: Order): string =>
  order.executed.isZero() ? '0.00000' : text(order.quote.div(order.executed).toDecimalPlaces(8), 5);

/** The same with what became of it. */
export const algoLookUp = (world: World, algo: AlgoOrder) => {
  const order = algo.actualOrderId === undefined ? undefined : world.orders.latest(algo.actualOrderId);
  return {
    ...algoAnswer(algo),
    ...(order === undefined
      ? {}
      : {
          actualOrderId: wireId(world, order.orderId).toString(),
          actualPrice: averageOf(order),
          actualType: order.type,
          actualQty: text(order.executed),
        }),
  };
};

export const algoCancelled = (algo: AlgoOrder) => ({
  algoId: algo.algoId,
  clientAlgoId: algo.clientAlgoId,
  code: '200',
  msg: 'success',
});
