import { isWithin, optional, optionalInteger } from '../params';
import type { Params } from '../params';
import { refusal } from '../refusal';
import { seen } from '../world';
import type { World } from '../world';
import type { AlgoOrder } from './algo-order';
import { openAlgos } from './end-algo';

const matcher = (params: Params): ((algo: AlgoOrder) => boolean) => {
  const algoId = optionalInteger(params, 'algoId');
  const name = optional(params, 'clientAlgoId');
  if (algoId === undefined && name === undefined) throw refusal('-1102 either', 'clientAlgoId', 'algoId');
  return (algo) => (algoId === undefined ? algo.clientAlgoId === name : algo.algoId === algoId);
};

export const lookUpAlgo = (world: World, params: Params): AlgoOrder => {
  const matches = matcher(params);
  const visible = [...world.algos.all()]
    .filter((history) => matches(history.latest))
    .map((history) => seen(world, history));
  const found = visible.filter((algo) => algo !== undefined).at(-1);
  if (!found) throw refusal('-2013');
  return found;
};

export const findOpenAlgo = (world: World, params: Params): AlgoOrder => {
  const matches = matcher(params);
  const found = openAlgos(world).find(matches);
  if (found) return found;
  const triggering = [...world.algos.all()].some(({ latest }) => latest.status === 'TRIGGERING' && matches(latest));
  throw refusal(triggering ? '-4117' : '-2011');
};

export const listOpenAlgos = (world: World, symbol?: string): AlgoOrder[] => {
  if (world.settings.visibilityDelayMs === 0) return openAlgos(world, symbol);
  return [...world.algos.all()]
    .map((history) => seen(world, history))
    .filter(
      (algo) => algo !== undefined && algo.status === 'NEW' && (symbol === undefined || algo.symbol === symbol),
    ) as AlgoOrder[];
};

const ALL_ALGOS_DEFAULT = 500;
const ALL_ALGOS_MAX = 1000;

/** Those of a market, ended ones too, oldest first; the newest when there are more than asked for. */
export const listAllAlgos = (world: World, symbol: string, params: Params): AlgoOrder[] => {
  const [fromId, limit] = [
    optionalInteger(params, 'algoId') ?? 0,
    optionalInteger(params, 'limit') ?? ALL_ALGOS_DEFAULT,
  ];
  return [...world.algos.all()]
    .map((history) => seen(world, history))
    .filter((algo) => algo !== undefined)
    .filter((algo) => algo.symbol === symbol && algo.algoId >= fromId && isWithin(params, algo.createdAt))
    .slice(-Math.min(limit, ALL_ALGOS_MAX));
};
