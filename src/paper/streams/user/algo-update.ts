import { text } from '../../engine/decimal';
import type { AlgoLine } from '../../engine/journal';
import { algoAnswer } from '../../engine/answers/algo-answer';
import type { AlgoOrder } from '../../engine/algo/algo-order';
import type { World } from '../../engine/world';

const executed = (world: World, algo: AlgoOrder) => {
  const order = algo.actualOrderId === undefined ? undefined : world.orders.latest(algo.actualOrderId);
  if (!order) return { ap: '0', aq: '0', act: '' };
  const average = order.executed.isZero() ? '0' : text(order.quote.div(order.executed).toDecimalPlaces(8));
  return { ap: average, aq: text(order.executed), act: order.type };
};

const terms = (algo: AlgoOrder) => {
  const answer = algoAnswer(algo);
  return {
    caid: answer.clientAlgoId,
    aid: answer.algoId,
    at: answer.algoType,
    o: answer.orderType,
    s: answer.symbol,
    S: answer.side,
    ps: answer.positionSide,
    f: answer.timeInForce,
    q: answer.quantity,
    X: answer.algoStatus,
    ai: answer.actualOrderId,
    tp: answer.triggerPrice,
    p: answer.price,
    V: answer.selfTradePreventionMode,
    wt: answer.workingType,
    pm: answer.priceMatch,
    cp: answer.closePosition,
    pP: answer.priceProtect,
    R: answer.reduceOnly,
    tt: answer.triggerTime,
    gtd: answer.goodTillDate,
    rm: algo.failReason ?? '',
  };
};

export const algoUpdate = (world: World, line: AlgoLine) => {
  const algo = world.algos.get(line.algoId)!.latest;
  return { e: 'ALGO_UPDATE', T: line.at, E: world.now(), o: { ...terms(algo), ...executed(world, algo) } };
};
