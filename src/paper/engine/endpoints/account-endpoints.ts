import { allLegs, legsInUse } from '../account/list-legs';
import { MAKER_FEE, TAKER_FEE } from '../account/fees';
import { accountMargin } from '../account/margin';
import { selectFlows } from '../account/select-flows';
import { accountAnswer, balanceAnswer } from '../answers/account-answer';
import { accountAnswerV2, accountConfig } from '../answers/account-answer-v2';
import { incomeAnswer } from '../answers/income-answer';
import { leverageBrackets } from '../answers/leverage-brackets';
import { positionAnswer, positionAnswerV2 } from '../answers/position-answer';
import { text } from '../decimal';
import type { Params } from '../params';
import { parseOptionalSymbol, parseSymbol } from '../parse';
import { RATE_LIMITS } from '../rate-limits';
import type { World } from '../world';

import type { Endpoint, Endpoints } from './endpoint';

const symbolsOf = (world: World, params: Params): string[] => {
  const symbol = parseOptionalSymbol(world, params);
  return symbol === undefined ? [...world.rules.keys()] : [symbol];
};

const positionsV3 = (world: World, params: Params): unknown => {
  const account = accountMargin(world);
  return legsInUse(world, parseOptionalSymbol(world, params)).map((leg) => positionAnswer(world, leg, account));
};

const positionsV2 = (world: World, params: Params): unknown => {
  const account = accountMargin(world);
  return allLegs(world, symbolsOf(world, params)).map((leg) => positionAnswerV2(world, leg, account));
};

const commissionRate = (world: World, params: Params): unknown => ({
  symbol: parseSymbol(world, params),
  makerCommissionRate: text(MAKER_FEE, 6),
  takerCommissionRate: text(TAKER_FEE, 6),
});

const accountV2 = (world: World): unknown => accountAnswerV2(world, allLegs(world, world.rules.keys()));

const income = (world: World, params: Params): unknown =>
  selectFlows(world, params).map((flow) => incomeAnswer(flow, flow.kind));

const signed = (weight: Endpoint['weight'], answer: Endpoint['answer']): Endpoint => ({
  access: 'signed',
  weight,
  answer,
});

export const accountEndpoints: Endpoints = {
  'GET /fapi/v1/leverageBracket': signed(1, (world, params) =>
    symbolsOf(world, params).map((symbol) => leverageBrackets(world, symbol)),
  ),
  'GET /fapi/v3/positionRisk': signed(5, positionsV3),
  'GET /fapi/v2/positionRisk': signed(5, positionsV2),
  'GET /fapi/v3/account': signed(5, (world) => accountAnswer(world, legsInUse(world))),
  'GET /fapi/v2/account': signed(5, accountV2),
  'GET /fapi/v3/balance': signed(5, balanceAnswer),
  'GET /fapi/v2/balance': signed(5, balanceAnswer),
  'GET /fapi/v1/accountConfig': signed(5, accountConfig),
  'GET /fapi/v1/commissionRate': signed(20, commissionRate),
  'GET /fapi/v1/income': signed(30, income),
  'GET /fapi/v1/rateLimit/order': signed(1, () => RATE_LIMITS.filter((limit) => limit.rateLimitType === 'ORDERS')),
};
