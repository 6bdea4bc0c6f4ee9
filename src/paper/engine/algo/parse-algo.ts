import { ZERO } from '../decimal';
import type { Amount } from '../decimal';
import { checkMode } from '../orders/check-mode';
import { checkName } from '../orders/check-name';
import { mandatory, mandatoryDecimal, optional, optionalDecimal, optionalFlag } from '../params';
import type { Params } from '../params';
import {
  parseGoodTillDate,
  parsePositionSide,
  parseSelfTrade,
  parseSide,
  parseSymbol,
  parseTimeInForce,
  parseWorkingType,
} from '../parse';
import { refusal } from '../refusal';
import { markOf } from '../world';
import type { World } from '../world';
import type { AlgoDraft, AlgoType, Trail } from './algo-order';

const TYPES: readonly AlgoType[] = ['STOP_MARKET', 'TAKE_PROFIT_MARKET', 'STOP', 'TAKE_PROFIT', 'TRAILING_STOP_MARKET'];

const parseType = (params: Params): AlgoType => {
  if (mandatory(params, 'algoType') !== 'CONDITIONAL') throw refusal('-1130', 'algoType');
  const type = TYPES.find((each) => each === mandatory(params, 'type'));
  if (type === undefined) throw refusal('-1116');
  return type;
};

const isMarketKind = (type: AlgoType): boolean => type.endsWith('_MARKET');
const isTrailing = (type: AlgoType): boolean => type === 'TRAILING_STOP_MARKET';

/** Percent. Source: the `callbackRate` row of "New Algo Order" in the documentation. */
const [CALLBACK_MIN, CALLBACK_MAX] = ['0.1', '10'];

/** Without an activation price it follows from the start. */
const parseTrail = (world: World, params: Params, symbol: string): Trail => {
  const callbackRate = mandatoryDecimal(params, 'callbackRate');
  if (callbackRate.lt(CALLBACK_MIN) || callbackRate.gt(CALLBACK_MAX)) throw refusal('-1130', 'callbackRate');
  const activatePrice = optionalDecimal(params, 'activatePrice');
  const mark = markOf(world, symbol);
  return { activatePrice: activatePrice ?? mark, callbackRate, isActive: activatePrice === undefined, extreme: mark };
};

const TRAIL_ONLY = ['callbackRate', 'activatePrice'];

const parseTrigger = (
  world: World,
  params: Params,
  symbol: string,
  type: AlgoType,
): Pick<AlgoDraft, 'triggerPrice' | 'trail'> => {
  if (isTrailing(type)) return { triggerPrice: ZERO, trail: parseTrail(world, params, symbol) };
  const unwanted = TRAIL_ONLY.find((name) => optional(params, name) !== undefined);
  if (unwanted !== undefined) throw refusal('-1106', unwanted);
  return { triggerPrice: mandatoryDecimal(params, 'triggerPrice') };
};

/** closePosition stands for the quantity and for reduce-only: sending those too is refused. */
const parseQuantity = (params: Params, type: AlgoType, closePosition: boolean): Amount => {
  if (!closePosition) return mandatoryDecimal(params, 'quantity');
  if (!isMarketKind(type) || isTrailing(type)) throw refusal('-1106', 'closePosition');
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
  const [type, symbol] = [parseType(params), parseSymbol(world, params)];
  const timeInForce = parseTimeInForce(optional(params, 'timeInForce') ?? 'GTC');
  const closePosition = optionalFlag(params, 'closePosition') ?? false;
  const saysReduceOnly = optionalFlag(params, 'reduceOnly');
  const positionSide = parsePositionSide(params);
  checkMode(world.mode, positionSide, saysReduceOnly !== undefined);
  return {
    symbol,
    side: parseSide(params),
    positionSide,
    type,
    timeInForce,
    quantity: parseQuantity(params, type, closePosition),
    price: isMarketKind(type) ? ZERO : mandatoryDecimal(params, 'price'),
    ...parseTrigger(world, params, symbol, type),
    reduceOnly: saysReduceOnly ?? false,
    closePosition,
    clientAlgoId: parseName(world, params),
    workingType: parseWorkingType(params),
    priceProtect: optionalFlag(params, 'priceProtect') ?? false,
    selfTrade: parseSelfTrade(world, params),
    goodTillDate: parseGoodTillDate(world, params, timeInForce),
  };
};
