import { floorTo, text } from '../decimal';
import { algoLine } from '../journal';
import { isReducing } from '../orders/check-mode';
import { checkTick } from '../orders/check-price';
import { checkQuantity } from '../orders/check-quantity';
import { checkThrottle, checkTrades } from '../orders/check-throttle';
import { refusal } from '../refusal';
import type { SymbolRules } from '../rules/symbol-rules';
import { markOf } from '../world';
import type { World } from '../world';
import { isTriggeredBy } from './algo-order';
import type { AlgoDraft, AlgoOrder, Trail } from './algo-order';
import { endAlgo, openAlgos } from './end-algo';

/** Open conditional orders per account. Source: the documentation's change log, 2025-12-29. */
export const ALGOS_MAX = 200;

/** The activation price of a trailing stop lies where the market still has to go. */
const checkTrail = (world: World, { symbol, side }: AlgoDraft, trail: Trail): void => {
  const mark = markOf(world, symbol);
  if (trail.isActive) return;
  checkTick(world.rules.get(symbol)!, trail.activatePrice);
  if (side === 'SELL' ? trail.activatePrice.lte(mark) : trail.activatePrice.gte(mark)) throw refusal('-4135');
};

/** The limit price of a stop may not be far from its own trigger. */
const checkStopBand = (rules: SymbolRules, { side, price, triggerPrice }: AlgoDraft): void => {
  const [highest, lowest] = [triggerPrice.times(rules.multiplierUp), triggerPrice.times(rules.multiplierDown)];
  if (side === 'BUY' && price.gt(highest)) throw refusal('-4183', text(floorTo(highest, rules.tick)));
  if (side === 'SELL' && price.lt(lowest)) throw refusal('-4184', text(floorTo(lowest, rules.tick)));
};

const checkPrices = (world: World, draft: AlgoDraft, rules: SymbolRules): void => {
  if (draft.trail) return checkTrail(world, draft, draft.trail);
  checkTick(rules, draft.triggerPrice);
  if (draft.price.isZero()) return;
  checkTick(rules, draft.price);
  checkStopBand(rules, draft);
};

const checkAmounts = (world: World, draft: AlgoDraft): void => {
  const rules = world.rules.get(draft.symbol)!;
  checkPrices(world, draft, rules);
  if (!draft.closePosition) checkQuantity(rules, draft.price.isZero() ? 'MARKET' : 'LIMIT', draft.quantity);
  if (isTriggeredBy(draft, markOf(world, draft.symbol))) throw refusal('-2021');
};

const isSameExit = (open: AlgoOrder, draft: AlgoDraft): boolean =>
  open.closePosition &&
  open.symbol === draft.symbol &&
  open.side === draft.side &&
  open.positionSide === draft.positionSide &&
  open.type === draft.type;

const checkOthers = (world: World, draft: AlgoDraft): void => {
  const open = openAlgos(world);
  if (open.length >= ALGOS_MAX) throw refusal('-4045');
  if (open.some((algo) => algo.clientAlgoId === draft.clientAlgoId)) throw refusal('-4116');
  if (draft.closePosition && open.some((algo) => isSameExit(algo, draft))) throw refusal('-4130');
};

const expireLater = (world: World, { algoId, goodTillDate }: AlgoOrder): void => {
  world.agenda.plan(goodTillDate, () => {
    const algo = world.algos.latest(algoId);
    if (algo?.status === 'NEW') endAlgo(world, algo, 'EXPIRED', 'its goodTillDate has come');
  });
};

export const placeAlgo = (world: World, draft: AlgoDraft): AlgoOrder => {
  checkTrades(world, draft.symbol);
  checkThrottle(world, draft.closePosition || isReducing(draft.positionSide, draft.side, draft.reduceOnly));
  checkAmounts(world, draft);
  checkOthers(world, draft);
  const at = world.now();
  const algo: AlgoOrder = {
    ...draft,
    algoId: (world.numbers.algo += 1),
    status: 'NEW',
    createdAt: at,
    triggeredAt: 0,
    updatedAt: at,
  };
  world.algos.add(algo);
  if (algo.timeInForce === 'GTD') expireLater(world, algo);
  world.record(algoLine(algo));
  return algo;
};
