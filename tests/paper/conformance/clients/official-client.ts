import { DerivativesTradingUsdsFutures } from '@binance/derivatives-trading-usds-futures';
import type { Client, Params, Row } from './client';
import { LoopbackAgent } from './loopback-agent';

// It tells the console of every connection otherwise.
process.env['LOG_LEVEL'] = 'error';

const KEYS = { apiKey: 'paper-key', apiSecret: 'paper-secret' };

/** Its methods want enums and numbers; what goes over the wire is the same. */
type Loose = Record<string, (params?: Params) => Promise<{ data: unknown }>>;

const codeOf = (thrown: unknown): number => Number((thrown as { code?: number }).code);

export const makeOfficial = (url: string): DerivativesTradingUsdsFutures => {
  const [rest, stream] = [url.replace('http:', 'https:'), url.replace('http:', 'wss:')];
  const agent = new LoopbackAgent();
  return new DerivativesTradingUsdsFutures({
    configurationRestAPI: { ...KEYS, basePath: rest, retries: 0, httpsAgent: agent },
    configurationWebsocketAPI: { ...KEYS, wsURL: `${stream}/ws-fapi/v1`, agent },
    configurationWebsocketStreams: { wsURL: stream, agent },
  });
};

/** Binance's own REST client. */
export const officialClient = (url: string): Client => {
  const api = makeOfficial(url).restAPI as unknown as Loose;
  const call =
    <T extends Row | Row[]>(method: string) =>
    async (params?: Params): Promise<T> => {
      const answer = (await api[method]!(params)) as unknown as { data: () => Promise<T> };
      return answer.data();
    };
  return {
    name: "Binance's own client",
    placeOrder: call('newOrder'),
    findOrder: call('queryOrder'),
    cancelOrder: call('cancelOrder'),
    placeAlgo: call('newAlgoOrder'),
    cancelAlgo: call('cancelAlgoOrder'),
    positions: call('positionInformationV3'),
    useHedgeMode: () => call('changePositionMode')({ dualSidePosition: 'true' }),
    codeOf,
    end: () => Promise.resolve(),
  };
};

/** Binance's own client of the WebSocket API; it has no way to set the position mode, so REST does. */
export const officialSocketClient = async (url: string): Promise<Client> => {
  const rest = officialClient(url);
  const connection = await makeOfficial(url).websocketAPI.connect();
  const api = connection as unknown as Loose;
  const call =
    <T extends Row | Row[]>(method: string) =>
    async (params: Params = {}): Promise<T> =>
      (await api[method]!({ ...params })).data as T;
  return {
    name: "Binance's own client, by WebSocket",
    placeOrder: call('newOrder'),
    findOrder: call('queryOrder'),
    cancelOrder: call('cancelOrder'),
    placeAlgo: call('newAlgoOrder'),
    cancelAlgo: call('cancelAlgoOrder'),
    positions: call('positionInformationV2'),
    useHedgeMode: () => rest.useHedgeMode(),
    codeOf,
    end: () => connection.disconnect(),
  };
};
