import type { PositionSide, Side } from './account/leg';
import { mandatory, mandatoryInteger, optional, optionalInteger } from './params';
import type { Params } from './params';
import { refusal } from './refusal';
import type { RefusalCode } from './refusal';
import type { SelfTradeMode, TimeInForce } from './orders/order';
import type { SymbolRules } from './rules/symbol-rules';
import type { World } from './world';

/** The words that several endpoints share, each with its own refusal. */
const SIDES: readonly Side[] = ['BUY', 'SELL'];
const POSITION_SIDES: readonly PositionSide[] = ['BOTH', 'LONG', 'SHORT'];
const TIMES_IN_FORCE: readonly TimeInForce[] = ['GTC', 'IOC', 'FOK', 'GTX', 'GTD'];
const SELF_TRADE_MODES: readonly SelfTradeMode[] = ['NONE', 'EXPIRE_TAKER', 'EXPIRE_MAKER', 'EXPIRE_BOTH'];
const RESPONSE_TYPES = ['ACK', 'RESULT'] as const;
const WORKING_TYPES = ['MARK_PRICE', 'CONTRACT_PRICE'] as const;

const oneOf = <T extends string>(words: readonly T[], value: string, code: RefusalCode, name = ''): T => {
  const word = words.find((each) => each === value);
  if (word === undefined) throw refusal(code, name);
  return word;
};

export const parseRules = (world: World, symbol: string): SymbolRules => {
  const rules = world.rules.get(symbol);
  if (!rules) throw refusal('-1121');
  return rules;
};

export const parseSymbol = (world: World, params: Params): string =>
  parseRules(world, mandatory(params, 'symbol')).symbol;

export const parseOptionalSymbol = (world: World, params: Params): string | undefined => {
  const symbol = optional(params, 'symbol');
  return symbol === undefined ? undefined : parseRules(world, symbol).symbol;
};

export const parseSide = (params: Params): Side => oneOf(SIDES, mandatory(params, 'side'), '-1117');
export const parsePositionSide = (params: Params): PositionSide =>
  oneOf(POSITION_SIDES, optional(params, 'positionSide') ?? 'BOTH', '-1130', 'positionSide');
export const parseTimeInForce = (value: string): TimeInForce => oneOf(TIMES_IN_FORCE, value, '-1115');
export const parseSelfTrade = (world: World, params: Params): SelfTradeMode =>
  oneOf(SELF_TRADE_MODES, optional(params, 'selfTradePreventionMode') ?? world.settings.selfTrade, '-5039');
export const parseResponseType = (params: Params): (typeof RESPONSE_TYPES)[number] =>
  oneOf(RESPONSE_TYPES, optional(params, 'newOrderRespType') ?? 'ACK', '-1136');

export const parseWorkingType = (params: Params): string => {
  const word = optional(params, 'workingType') ?? 'CONTRACT_PRICE';
  return oneOf(WORKING_TYPES, word, '-4031', word);
};

/** GTD orders name their end, at least ten minutes ahead; nobody else may. */
const GOOD_TILL_MIN_MS = 600_000;
const GOOD_TILL_MAX = 253_402_300_799_000;

export const parseGoodTillDate = (world: World, params: Params, timeInForce: TimeInForce): number => {
  if (timeInForce !== 'GTD') {
    if (optionalInteger(params, 'goodTillDate')) throw refusal('-1106', 'goodTillDate');
    return 0;
  }
  // The venue keeps whole seconds only.
  const date = Math.floor(mandatoryInteger(params, 'goodTillDate') / 1000) * 1000;
  if (date <= world.now() + GOOD_TILL_MIN_MS || date >= GOOD_TILL_MAX) throw refusal('-5040');
  return date;
};
