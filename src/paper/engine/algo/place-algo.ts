import { History } from '../history';
import { algoLine } from '../journal';
import { checkTick } from '../orders/check-price';
import { checkQuantity } from '../orders/check-quantity';
import { refusal } from '../refusal';
import { markOf } from '../world';
import type { World } from '../world';
import { isTriggeredBy } from './algo-order';
import type { AlgoDraft, AlgoOrder } from './algo-order';
import { openAlgos } from './end-algo';

/** Open conditional orders per account. Source: the documentation's change log, 2025-12-29. */
export const ALGOS_MAX = 200;

const checkAmounts = (world: World, draft: AlgoDraft): void => {
  const rules = world.rules.get(draft.symbol)!;
  checkTick(rules, draft.triggerPrice);
  if (!draft.price.isZero()) checkTick(rules, draft.price);
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

export const placeAlgo = (world: World, draft: AlgoDraft): AlgoOrder => {
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
  world.algos.set(algo.algoId, History.begun(algo));
  world.openAlgoIds.add(algo.algoId);
  world.record(algoLine(algo));
  return algo;
};
