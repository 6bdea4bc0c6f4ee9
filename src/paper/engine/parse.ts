import type { PositionSide, Side } from './account/leg';
import { mandatory, optional } from './params';
import type { Params } from './params';
import { refusal } from './refusal';
import type { RefusalCode } from './refusal';
import type { TimeInForce } from './orders/order';
import type { SymbolRules } from './rules/symbol-rules';
import type { World } from './world';

/** The words that several endpoints share, each with its own refusal. */
const SIDES: readonly Side[] = ['BUY', 'SELL'];
const POSITION_SIDES: readonly PositionSide[] = ['BOTH', 'LONG', 'SHORT'];
const TIMES_IN_FORCE: readonly TimeInForce[] = ['GTC', 'IOC', 'FOK', 'GTX'];

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
