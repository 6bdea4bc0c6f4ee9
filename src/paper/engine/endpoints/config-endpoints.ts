import { changeMargin } from '../account/change-margin';
import { hasPosition } from '../account/list-legs';
import { leverageOf, openLegs } from '../account/margin';
import { openAlgos } from '../algo/end-algo';
import { mandatory, mandatoryInteger, optionalFlag } from '../params';
import type { Params } from '../params';
import { parseOptionalSymbol, parseSymbol } from '../parse';
import { refusal } from '../refusal';
import type { World } from '../world';
import type { Endpoints } from './endpoint';

const LEVERAGE_MAX = 125;
const DONE = { code: 200, msg: 'success' };

/** The mode is the account's, and changes only while nothing is open. */
const setMode = (world: World, params: Params): unknown => {
  mandatory(params, 'dualSidePosition');
  const mode = optionalFlag(params, 'dualSidePosition') ? 'hedge' : 'one-way';
  if (mode === world.mode) throw refusal('-4059');
  if (world.orders.open().length > 0 || openAlgos(world).length > 0) throw refusal('-4067');
  if (hasPosition(world)) throw refusal('-4068');
  world.mode = mode;
  return DONE;
};

const isOpenIn = (world: World, symbol: string): boolean => openLegs(world).some((leg) => leg.symbol === symbol);

const setLeverage = (world: World, params: Params): unknown => {
  const symbol = parseSymbol(world, params);
  const leverage = mandatoryInteger(params, 'leverage');
  if (leverage < 1 || leverage > LEVERAGE_MAX) throw refusal('-4028', String(leverage));
  const lower = leverage < leverageOf(world, symbol);
  if (lower && world.isolated.has(symbol) && isOpenIn(world, symbol)) throw refusal('-4161');
  world.leverages.set(symbol, leverage);
  world.record({ kind: 'leverage', at: world.now(), symbol, leverage });
  return { leverage, maxNotionalValue: '50000000', symbol };
};

/** The margin type is the market's, and changes only while nothing is open there. */
const setMarginType = (world: World, params: Params): unknown => {
  const symbol = parseSymbol(world, params);
  const type = mandatory(params, 'marginType');
  if (type !== 'ISOLATED' && type !== 'CROSSED') throw refusal('-1130', 'marginType');
  if ((type === 'ISOLATED') === world.isolated.has(symbol)) throw refusal('-4046');
  if (world.orders.openCount(symbol) > 0 || openAlgos(world, symbol).length > 0) throw refusal('-4047');
  if (isOpenIn(world, symbol)) throw refusal('-4048');
  if (type === 'ISOLATED') world.isolated.add(symbol);
  else world.isolated.delete(symbol);
  return DONE;
};

/** Multi-assets mode is not modelled: single-asset mode is all there is. */
const setMultiAssets = (_world: World, params: Params): unknown => {
  mandatory(params, 'multiAssetsMargin');
  if (optionalFlag(params, 'multiAssetsMargin') === false) throw refusal('-4171');
  throw refusal('-1130', 'multiAssetsMargin');
};

const symbolConfig = (world: World, params: Params): unknown => {
  const symbol = parseOptionalSymbol(world, params);
  return (symbol === undefined ? [...world.rules.keys()] : [symbol]).map((each) => ({
    symbol: each,
    marginType: world.isolated.has(each) ? 'ISOLATED' : 'CROSSED',
    isAutoAddMargin: false,
    leverage: leverageOf(world, each),
    maxNotionalValue: '50000000',
  }));
};

export const configEndpoints: Endpoints = {
  'GET /fapi/v1/positionSide/dual': {
    access: 'signed',
    weight: 30,
    answer: (world) => ({ dualSidePosition: world.mode === 'hedge' }),
  },
  'POST /fapi/v1/positionSide/dual': { access: 'signed', weight: 1, answer: setMode },
  'POST /fapi/v1/leverage': { access: 'signed', weight: 1, answer: setLeverage },
  'POST /fapi/v1/marginType': { access: 'signed', weight: 1, answer: setMarginType },
  'POST /fapi/v1/positionMargin': { access: 'signed', weight: 1, answer: changeMargin },
  'GET /fapi/v1/symbolConfig': { access: 'signed', weight: 5, answer: symbolConfig },
  'GET /fapi/v1/multiAssetsMargin': { access: 'signed', weight: 30, answer: () => ({ multiAssetsMargin: false }) },
  'POST /fapi/v1/multiAssetsMargin': { access: 'signed', weight: 1, answer: setMultiAssets },
};
