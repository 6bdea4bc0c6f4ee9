import { exchangeInfo } from '../answers/exchange-info';
import { bookTicker, depth, premiumIndex, priceTicker, ticker } from '../answers/market-answers';
import { optionalInteger } from '../params';
import type { Params } from '../params';
import { parseOptionalSymbol, parseSymbol } from '../parse';
import { refusal } from '../refusal';
import type { World } from '../world';
import { dearWithoutSymbol } from './endpoint';
import type { Endpoints } from './endpoint';

/** One object for one symbol, a list for all. */
const perSymbol =
  (answer: (world: World, symbol: string) => unknown) =>
  (world: World, params: Params): unknown => {
    const symbol = parseOptionalSymbol(world, params);
    return symbol === undefined ? [...world.rules.keys()].map((each) => answer(world, each)) : answer(world, symbol);
  };

/** Allowed depths, each with its weight. */
const DEPTH_WEIGHTS: Readonly<Record<number, number>> = { 5: 2, 10: 2, 20: 2, 50: 2, 100: 5, 500: 10, 1000: 20 };
const DEPTH_DEFAULT = 500;

const depthLimit = (params: Params): number => optionalInteger(params, 'limit') ?? DEPTH_DEFAULT;

const depthAnswer = (world: World, params: Params): unknown => {
  const symbol = parseSymbol(world, params);
  if (DEPTH_WEIGHTS[depthLimit(params)] === undefined) throw refusal('-1130', 'limit');
  return depth(world, symbol, depthLimit(params));
};

export const marketEndpoints: Endpoints = {
  'GET /fapi/v1/ping': { access: 'public', weight: 1, answer: () => ({}) },
  'GET /fapi/v1/time': { access: 'public', weight: 1, answer: (world) => ({ serverTime: world.now() }) },
  'GET /fapi/v1/exchangeInfo': { access: 'public', weight: 1, answer: exchangeInfo },
  'GET /fapi/v1/premiumIndex': { access: 'public', weight: dearWithoutSymbol(1, 10), answer: perSymbol(premiumIndex) },
  'GET /fapi/v1/ticker/24hr': { access: 'public', weight: dearWithoutSymbol(1, 40), answer: perSymbol(ticker) },
  'GET /fapi/v1/ticker/bookTicker': {
    access: 'public',
    weight: dearWithoutSymbol(2, 5),
    answer: perSymbol(bookTicker),
  },
  'GET /fapi/v1/ticker/price': { access: 'public', weight: dearWithoutSymbol(1, 2), answer: perSymbol(priceTicker) },
  'GET /fapi/v2/ticker/price': { access: 'public', weight: dearWithoutSymbol(1, 2), answer: perSymbol(priceTicker) },
  'GET /fapi/v1/depth': {
    access: 'public',
    weight: (params) => DEPTH_WEIGHTS[depthLimit(params)] ?? 2,
    answer: depthAnswer,
  },
};
