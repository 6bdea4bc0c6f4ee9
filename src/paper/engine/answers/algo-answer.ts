import type { AlgoOrder } from '../algo/algo-order';
import { text } from '../decimal';

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
  triggerPrice: text(algo.triggerPrice),
  price: text(algo.price),
  icebergQuantity: null,
  selfTradePreventionMode: 'EXPIRE_MAKER',
  workingType: algo.workingType,
  priceMatch: 'NONE',
  closePosition: algo.closePosition,
  priceProtect: false,
  reduceOnly: algo.reduceOnly,
  createTime: algo.createdAt,
  updateTime: algo.updatedAt,
  triggerTime: algo.triggeredAt,
  goodTillDate: 0,
  ...(algo.failReason === undefined ? {} : { failReason: algo.failReason }),
});

export const algoCancelled = (algo: AlgoOrder) => ({
  algoId: algo.algoId,
  clientAlgoId: algo.clientAlgoId,
  code: '200',
  msg: 'success',
});
