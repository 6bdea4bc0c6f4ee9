import { realCcxt } from '../../support/real-ccxt';
import type { Client, Params, Row } from './client';

/** The real ccxt, by the methods it makes of the venue's endpoints. */
export const ccxtClient = async (url: string): Promise<Client> => {
  const exchange = realCcxt(url);
  await exchange.loadMarkets();
  const raw = exchange as unknown as Record<string, (params?: Params) => Promise<Row & Row[]>>;
  const call = (method: string) => (params?: Params) => raw[method]!.call(exchange, params);
  return {
    name: 'ccxt',
    placeOrder: call('fapiPrivatePostOrder'),
    findOrder: call('fapiPrivateGetOrder'),
    cancelOrder: call('fapiPrivateDeleteOrder'),
    placeAlgo: call('fapiPrivatePostAlgoOrder'),
    cancelAlgo: call('fapiPrivateDeleteAlgoOrder'),
    positions: call('fapiPrivateV3GetPositionRisk'),
    useHedgeMode: () => exchange.setPositionMode(true),
    codeOf: (thrown) => Number(/"code":(-?\d+)/.exec((thrown as Error).message)?.[1]),
    end: () => exchange.close(),
  };
};
