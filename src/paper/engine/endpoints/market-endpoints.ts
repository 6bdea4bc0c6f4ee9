import { FUNDING_INTERVAL_MS, fundingRateOf } from '../account/funding';
import { exchangeInfo } from '../answers/exchange-info';
import { klines } from '../answers/klines';
import { bookTicker, depth, premiumIndex, priceTicker, ticker } from '../answers/market-answers';
import { aggregateTrades, publicTrades } from '../answers/public-trades';
import { text } from '../decimal';
import { optionalInteger } from '../params';
import type { Params } from '../params';
import { parseOptionalSymbol, parseSymbol } from '../parse';
import { refusal } from '../refusal';
import { markOf } from '../world';
import type { World } from '../world';
import { dearWithoutSymbol } from './endpoint';
import type { Endpoint, Endpoints } from './endpoint';

/** One object for one symbol, a list for all. */
const perSymbol =
  (answer: (world: World, symbol: string) => unknown) =>
  (world: World, params: Params): unknown => {
    const symbol = parseOptionalSymbol(world, params);
    return symbol === undefined ? [...world.rules.keys()].map((each) => answer(world, each)) : answer(world, symbol);
  };

const ofSymbol =
  (answer: (world: World, symbol: string, params: Params) => unknown) =>
  (world: World, params: Params): unknown =>
    answer(world, parseSymbol(world, params), params);

/** Allowed depths, each with its weight. */
const DEPTH_WEIGHTS: Readonly<Record<number, number>> = { 5: 2, 10: 2, 20: 2, 50: 2, 100: 5, 500: 10, 1000: 20 };
const DEPTH_DEFAULT = 500;

const depthLimit = (params: Params): number => optionalInteger(params, 'limit') ?? DEPTH_DEFAULT;

const depthAnswer = (world: World, params: Params): unknown => {
  const symbol = parseSymbol(world, params);
  if (DEPTH_WEIGHTS[depthLimit(params)] === undefined) throw refusal('-4021', String(depthLimit(params)));
  return depth(world, symbol, depthLimit(params));
};

/** The longer, the dearer. */
const klineWeight = (params: Params): number => {
  const limit = optionalInteger(params, 'limit') ?? 500;
  return limit < 100 ? 1 : limit < 500 ? 2 : limit <= 1000 ? 5 : 10;
};

/** The last settlement only: rates of older ones are not kept. */
const fundingRate = (world: World, symbol: string): unknown => ({
  symbol,
  fundingTime: Math.floor(world.now() / FUNDING_INTERVAL_MS) * FUNDING_INTERVAL_MS,
  fundingRate: text(fundingRateOf(world, symbol), 8),
  markPrice: text(markOf(world, symbol), 8),
});

const open = (weight: Endpoint['weight'], answer: Endpoint['answer']): Endpoint => ({
  access: 'public',
  weight,
  answer,
});

export const marketEndpoints: Endpoints = {
  'GET /fapi/v1/ping': open(1, () => ({})),
  'GET /fapi/v1/time': open(1, (world) => ({ serverTime: world.now() })),
  'GET /fapi/v1/exchangeInfo': open(1, exchangeInfo),
  'GET /fapi/v1/premiumIndex': open(dearWithoutSymbol(1, 10), perSymbol(premiumIndex)),
  'GET /fapi/v1/ticker/24hr': open(dearWithoutSymbol(1, 40), perSymbol(ticker)),
  'GET /fapi/v1/ticker/bookTicker': open(dearWithoutSymbol(2, 5), perSymbol(bookTicker)),
  'GET /fapi/v1/ticker/price': open(dearWithoutSymbol(1, 2), perSymbol(priceTicker)),
  'GET /fapi/v2/ticker/price': open(dearWithoutSymbol(1, 2), perSymbol(priceTicker)),
  'GET /fapi/v1/depth': open((params) => DEPTH_WEIGHTS[depthLimit(params)] ?? 2, depthAnswer),
  'GET /fapi/v1/klines': open(klineWeight, ofSymbol(klines)),
  'GET /fapi/v1/markPriceKlines': open(klineWeight, ofSymbol(klines)),
  'GET /fapi/v1/trades': open(5, ofSymbol(publicTrades)),
  'GET /fapi/v1/aggTrades': open(20, ofSymbol(aggregateTrades)),
  'GET /fapi/v1/fundingRate': open(0, (world, params) => [ofSymbol(fundingRate)(world, params)]),
  'GET /fapi/v1/fundingInfo': open(0, () => []),
};
