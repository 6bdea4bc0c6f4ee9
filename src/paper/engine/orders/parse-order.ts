import { ZERO } from '../decimal';
import { mandatory, mandatoryDecimal, optional, optionalFlag } from '../params';
import type { Params } from '../params';
import { parsePositionSide, parseSide, parseSymbol, parseTimeInForce } from '../parse';
import { refusal } from '../refusal';
import type { World } from '../world';
import { checkMode } from './check-mode';
import { checkName } from './check-name';
import type { OrderDraft, OrderType } from './order';

/** Conditional types left this endpoint on 2025-12-09. Source: the documentation's change log. */
const MOVED_TYPES = ['STOP', 'STOP_MARKET', 'TAKE_PROFIT', 'TAKE_PROFIT_MARKET', 'TRAILING_STOP_MARKET'];

const parseType = (params: Params): OrderType => {
  const type = mandatory(params, 'type');
  if (MOVED_TYPES.includes(type)) throw refusal('-4120');
  if (type !== 'LIMIT' && type !== 'MARKET') throw refusal('-1116');
  return type;
};

const LIMIT_ONLY = ['price', 'timeInForce'];

const parseTerms = (
  params: Params,
  type: OrderType,
): Pick<OrderDraft, 'type' | 'timeInForce' | 'quantity' | 'price'> => {
  if (type === 'LIMIT') {
    const timeInForce = parseTimeInForce(mandatory(params, 'timeInForce'));
    return {
      type,
      timeInForce,
      quantity: mandatoryDecimal(params, 'quantity'),
      price: mandatoryDecimal(params, 'price'),
    };
  }
  const unwanted = LIMIT_ONLY.find((name) => optional(params, name) !== undefined);
  if (unwanted !== undefined) throw refusal('-1106', unwanted);
  return { type, timeInForce: 'GTC', quantity: mandatoryDecimal(params, 'quantity'), price: ZERO };
};

const parseName = (world: World, params: Params): string => {
  const name = optional(params, 'newClientOrderId') ?? `paper-${world.numbers.order + 1}`;
  checkName(name);
  return name;
};

export const parseOrder = (world: World, params: Params): OrderDraft => {
  const symbol = parseSymbol(world, params);
  const side = parseSide(params);
  const terms = parseTerms(params, parseType(params));
  const positionSide = parsePositionSide(params);
  const saysReduceOnly = optionalFlag(params, 'reduceOnly');
  checkMode(world.mode, positionSide, saysReduceOnly !== undefined);
  return {
    symbol,
    side,
    positionSide,
    ...terms,
    reduceOnly: saysReduceOnly ?? false,
    clientOrderId: parseName(world, params),
    origin: 'client',
  };
};
