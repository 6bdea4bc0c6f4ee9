import { allLegs, hasPosition, legsInUse } from '../account/list-legs';
import { accountMargin, leverageOf } from '../account/margin';
import { openAlgos } from '../algo/end-algo';
import { accountAnswer, balanceAnswer } from '../answers/account-answer';
import { leverageBrackets } from '../answers/leverage-brackets';
import { positionAnswer, positionAnswerV2 } from '../answers/position-answer';
import { mandatory, mandatoryInteger, optionalFlag } from '../params';
import type { Params } from '../params';
import { parseOptionalSymbol, parseSymbol } from '../parse';
import { refusal } from '../refusal';
import type { World } from '../world';
import type { Endpoints } from './endpoint';

const LEVERAGE_MAX = 125;

const positionsV3 = (world: World, params: Params): unknown => {
  const account = accountMargin(world);
  return legsInUse(world, parseOptionalSymbol(world, params)).map((leg) => positionAnswer(world, leg, account));
};

const positionsV2 = (world: World, params: Params): unknown => {
  const symbol = parseOptionalSymbol(world, params);
  const account = accountMargin(world);
  return allLegs(world, symbol === undefined ? world.rules.keys() : [symbol]).map((leg) =>
    positionAnswerV2(world, leg, account),
  );
};

const brackets = (world: World, params: Params): unknown => {
  const symbol = parseOptionalSymbol(world, params);
  return (symbol === undefined ? [...world.rules.keys()] : [symbol]).map((each) => leverageBrackets(world, each));
};

/** The mode is the account's, and changes only while nothing is open. */
const setMode = (world: World, params: Params): unknown => {
  mandatory(params, 'dualSidePosition');
  const mode = optionalFlag(params, 'dualSidePosition') ? 'hedge' : 'one-way';
  if (mode === world.mode) throw refusal('-4059');
  if (world.orders.open().length > 0 || openAlgos(world).length > 0) throw refusal('-4067');
  if (hasPosition(world)) throw refusal('-4068');
  world.mode = mode;
  return { code: 200, msg: 'success' };
};

const setLeverage = (world: World, params: Params): unknown => {
  const symbol = parseSymbol(world, params);
  const leverage = mandatoryInteger(params, 'leverage');
  if (leverage < 1 || leverage > LEVERAGE_MAX) throw refusal('-4028', String(leverage));
  world.leverages.set(symbol, leverage);
  return { leverage, maxNotionalValue: '50000000', symbol };
};

const symbolConfig = (world: World, params: Params): unknown => {
  const symbol = parseOptionalSymbol(world, params);
  return (symbol === undefined ? [...world.rules.keys()] : [symbol]).map((each) => ({
    symbol: each,
    marginType: 'CROSSED',
    isAutoAddMargin: false,
    leverage: leverageOf(world, each),
    maxNotionalValue: '50000000',
  }));
};

export const accountEndpoints: Endpoints = {
  'GET /fapi/v1/leverageBracket': { access: 'signed', weight: 1, answer: brackets },
  'GET /fapi/v3/positionRisk': { access: 'signed', weight: 5, answer: positionsV3 },
  'GET /fapi/v2/positionRisk': { access: 'signed', weight: 5, answer: positionsV2 },
  'GET /fapi/v3/account': { access: 'signed', weight: 5, answer: (world) => accountAnswer(world, legsInUse(world)) },
  'GET /fapi/v3/balance': { access: 'signed', weight: 5, answer: balanceAnswer },
  'GET /fapi/v1/positionSide/dual': {
    access: 'signed',
    weight: 30,
    answer: (world) => ({ dualSidePosition: world.mode === 'hedge' }),
  },
  'POST /fapi/v1/positionSide/dual': { access: 'signed', weight: 1, answer: setMode },
  'POST /fapi/v1/leverage': { access: 'signed', weight: 1, answer: setLeverage },
  'GET /fapi/v1/symbolConfig': { access: 'signed', weight: 5, answer: symbolConfig },
};
