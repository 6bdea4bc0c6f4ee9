import { optional, optionalInteger } from '../params';
import type { Params } from '../params';
import { Refusal, refusal } from '../refusal';
import { seen } from '../world';
import type { World } from '../world';
import type { AlgoOrder } from './algo-order';
import { openAlgos } from './end-algo';

const unnamed = (): Refusal =>
  new Refusal(-1102, "Param 'clientAlgoId' or 'algoId' must be sent, but both were empty/null!", 400);

const matcher = (params: Params): ((algo: AlgoOrder) => boolean) => {
  const algoId = optionalInteger(params, 'algoId');
  const name = optional(params, 'clientAlgoId');
  if (algoId === undefined && name === undefined) throw unnamed();
  return (algo) => (algoId === undefined ? algo.clientAlgoId === name : algo.algoId === algoId);
};

export const lookUpAlgo = (world: World, params: Params): AlgoOrder => {
  const matches = matcher(params);
  const visible = [...world.algos.values()]
    .filter((history) => matches(history.latest))
    .map((history) => seen(world, history));
  const found = visible.filter((algo) => algo !== undefined).at(-1);
  if (!found) throw refusal('-2013');
  return found;
};

export const findOpenAlgo = (world: World, params: Params): AlgoOrder => {
  const found = openAlgos(world).find(matcher(params));
  if (!found) throw refusal('-2011');
  return found;
};

export const listOpenAlgos = (world: World, symbol?: string): AlgoOrder[] => {
  if (world.settings.visibilityDelayMs === 0) return openAlgos(world, symbol);
  return [...world.algos.values()]
    .map((history) => seen(world, history))
    .filter(
      (algo) => algo !== undefined && algo.status === 'NEW' && (symbol === undefined || algo.symbol === symbol),
    ) as AlgoOrder[];
};
