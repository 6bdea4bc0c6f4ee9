import type { Side } from '../account/leg';
import { ZERO } from '../decimal';
import { mandatory, mandatoryDecimal, optional, optionalFlag } from '../params';
import type { Params } from '../params';
import {
  parseGoodTillDate,
  parsePositionSide,
  parseSelfTrade,
  parseSide,
  parseSymbol,
  parseTimeInForce,
} from '../parse';
import { refusal } from '../refusal';
import type { World } from '../world';
import { checkMode } from './check-mode';
import { checkName } from './check-name';
import type { OrderDraft, OrderType } from './order';
import { parsePrice } from './parse-price';

/** Conditional types left this endpoint on 2025-12-09. Source: the documentation's change log. */
const MOVED_TYPES = ['STOP', 'STOP_MARKET', 'TAKE_PROFIT', 'TAKE_PROFIT_MARKET', 'TRAILING_STOP_MARKET'];

const parseType = (params: Params): OrderType => {
  const type = mandatory(params, 'type');
  if (MOVED_TYPES.includes(type)) throw refusal('-4120');
  if (type !== 'LIMIT' && type !== 'MARKET') throw refusal('-1116');
  return type;
};

type Terms = Pick<OrderDraft, 'timeInForce' | 'goodTillDate' | 'quantity' | 'price' | 'priceMatch'>;

const limitTerms = (world: World, symbol: string, side: Side, params: Params): Terms => {
  const timeInForce = parseTimeInForce(mandatory(params, 'timeInForce'));
  return {
    timeInForce,
    goodTillDate: parseGoodTillDate(world, params, timeInForce),
    quantity: mandatoryDecimal(params, 'quantity'),
    ...parsePrice(world, symbol, side, params),
  };
};

const LIMIT_ONLY = ['price', 'timeInForce', 'goodTillDate'];

const marketTerms = (params: Params): Terms => {
  const unwanted = LIMIT_ONLY.find((name) => optional(params, name) !== undefined);
  if (unwanted !== undefined) throw refusal('-1106', unwanted);
  if (optional(params, 'priceMatch') !== undefined) throw refusal('-5038');
  const quantity = mandatoryDecimal(params, 'quantity');
  return { timeInForce: 'GTC', goodTillDate: 0, quantity, price: ZERO, priceMatch: 'NONE' };
};

const parseName = (world: World, params: Params): string => {
  const name = optional(params, 'newClientOrderId') ?? `paper-${world.numbers.order + 1}`;
  checkName(name);
  return name;
};

export const parseOrder = (world: World, params: Params): OrderDraft => {
  const symbol = parseSymbol(world, params);
  const side = parseSide(params);
  const type = parseType(params);
  const terms = type === 'LIMIT' ? limitTerms(world, symbol, side, params) : marketTerms(params);
  const positionSide = parsePositionSide(params);
  const saysReduceOnly = optionalFlag(params, 'reduceOnly');
  checkMode(world.mode, positionSide, saysReduceOnly !== undefined);
  return {
    symbol,
    side,
    positionSide,
    type,
    ...terms,
    reduceOnly: saysReduceOnly ?? false,
    clientOrderId: parseName(world, params),
    origin: 'client',
    selfTrade: parseSelfTrade(world, params),
  };
};
