import { endAlgo, openAlgos } from '../algo/end-algo';
import { findOpenAlgo, listAllAlgos, listOpenAlgos, lookUpAlgo } from '../algo/find-algo';
import { parseAlgo } from '../algo/parse-algo';
import { placeAlgo } from '../algo/place-algo';
import { algoAnswer, algoCancelled, algoLookUp } from '../answers/algo-answer';
import type { Params } from '../params';
import { parseOptionalSymbol, parseSymbol } from '../parse';
import type { World } from '../world';
import { dearWithoutSymbol } from './endpoint';
import type { Endpoints } from './endpoint';

const cancelAll = (world: World, params: Params): unknown => {
  for (const algo of openAlgos(world, parseSymbol(world, params)))
    endAlgo(world, algo, 'CANCELED', 'cancelled by the client');
  return { code: 200, msg: 'The operation of cancel all open order is done.' };
};

export const algoEndpoints: Endpoints = {
  'POST /fapi/v1/algoOrder': {
    access: 'signed',
    weight: 0,
    isOrder: true,
    answer: (world, params) => algoAnswer(placeAlgo(world, parseAlgo(world, params))),
  },
  'GET /fapi/v1/algoOrder': {
    access: 'signed',
    weight: 1,
    answer: (world, params) => algoLookUp(world, lookUpAlgo(world, params)),
  },
  'DELETE /fapi/v1/algoOrder': {
    access: 'signed',
    weight: 1,
    answer: (world, params) =>
      algoCancelled(endAlgo(world, findOpenAlgo(world, params), 'CANCELED', 'cancelled by the client')),
  },
  'GET /fapi/v1/openAlgoOrders': {
    access: 'signed',
    weight: dearWithoutSymbol(1, 40),
    answer: (world, params) => listOpenAlgos(world, parseOptionalSymbol(world, params)).map(algoAnswer),
  },
  'GET /fapi/v1/allAlgoOrders': {
    access: 'signed',
    weight: 5,
    answer: (world, params) =>
      listAllAlgos(world, parseSymbol(world, params), params).map((algo) => algoLookUp(world, algo)),
  },
  'DELETE /fapi/v1/algoOpenOrders': { access: 'signed', weight: 1, answer: cancelAll },
};
