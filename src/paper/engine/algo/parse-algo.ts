import { ZERO } from '../decimal';
import type { Amount } from '../decimal';
import { checkMode } from '../orders/check-mode';
import { checkName } from '../orders/check-name';
import { mandatory, mandatoryDecimal, optional, optionalFlag } from '../params';
import type { Params } from '../params';
import { parsePositionSide, parseSide, parseSymbol, parseTimeInForce } from '../parse';
import { refusal } from '../refusal';
import type { World } from '../world';
import type { AlgoDraft, AlgoType } from './algo-order';

const TYPES: readonly AlgoType[] = ['STOP_MARKET', 'TAKE_PROFIT_MARKET', 'STOP', 'TAKE_PROFIT'];

const parseType = (params: Params): AlgoType => {
  if (mandatory(params, 'algoType') !== 'CONDITIONAL') throw refusal('-1130', 'algoType');
  const type = TYPES.find((each) => each === mandatory(params, 'type'));
  if (type === undefined) throw refusal('-1116');
  return type;
};

const isMarketKind = (type: AlgoType): boolean => type.endsWith('_MARKET');

/** closePosition stands for the quantity and for reduce-only: sending those too is refused. */
const parseQuantity = (params: Params, type: AlgoType, closePosition: boolean): Amount => {
  if (!closePosition) return mandatoryDecimal(params, 'quantity');
  if (!isMarketKind(type)) throw refusal('-1106', 'closePosition');
  if (optional(params, 'quantity') !== undefined) throw refusal('-4137');
  if (optional(params, 'reduceOnly') !== undefined) throw refusal('-1106', 'reduceonly');
  return ZERO;
};

const parseName = (world: World, params: Params): string => {
  const name = optional(params, 'clientAlgoId') ?? `paper-algo-${world.numbers.algo + 1}`;
  checkName(name);
  return name;
};

export const parseAlgo = (world: World, params: Params): AlgoDraft => {
  const type = parseType(params);
  const closePosition = optionalFlag(params, 'closePosition') ?? false;
  const saysReduceOnly = optionalFlag(params, 'reduceOnly');
  const positionSide = parsePositionSide(params);
  checkMode(world.mode, positionSide, saysReduceOnly !== undefined);
  return {
    symbol: parseSymbol(world, params),
    side: parseSide(params),
    positionSide,
    type,
    timeInForce: parseTimeInForce(optional(params, 'timeInForce') ?? 'GTC'),
    quantity: parseQuantity(params, type, closePosition),
    price: isMarketKind(type) ? ZERO : mandatoryDecimal(params, 'price'),
    triggerPrice: mandatoryDecimal(params, 'triggerPrice'),
    reduceOnly: saysReduceOnly ?? false,
    closePosition,
    clientAlgoId: parseName(world, params),
    workingType: optional(params, 'workingType') ?? 'CONTRACT_PRICE',
  };
};
