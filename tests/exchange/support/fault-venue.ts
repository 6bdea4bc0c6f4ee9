import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Exchanged {
  route: string;
  params: URLSearchParams;
  socket: Socket;
  reply: ServerResponse;
}

export type Behaviour = (exchanged: Exchanged) => void;

/** A venue of a few lines that answers as told, on real sockets. It counts what arrived. */
export interface FaultVenue {
  url: string;
  /** What each route does from now on. */
  on(route: string, behaviour: Behaviour): void;
  arrived(route: string): URLSearchParams[];
  stop(): Promise<void>;
}

const lot = { minQty: '0.001', maxQty: '1000', stepSize: '0.001' };
const EXCHANGE_INFO = {
  rateLimits: [],
  symbols: [
    {
      symbol: 'BTCUSDT',
      status: 'TRADING',
      contractType: 'PERPETUAL',
      baseAsset: 'BTC',
      quoteAsset: 'USDT',
      marginAsset: 'USDT',
      orderTypes: ['LIMIT', 'MARKET'],
      filters: [
        { filterType: 'LOT_SIZE', ...lot },
        { filterType: 'MARKET_LOT_SIZE', ...lot, maxQty: '120' },
      ],
    },
  ],
};

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Behaviour =>
  ({ reply }) => {
    reply.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };

export const page =
  (status: number, text: string, headers: Record<string, string> = {}): Behaviour =>
  ({ reply }) => {
    reply.writeHead(status, { 'content-type': 'text/html', ...headers }).end(text);
  };

/** The order as the venue would answer it. */
export const acceptOrder: Behaviour = (exchanged) => {
  const { params } = exchanged;
  const order = {
    orderId: 17,
    clientOrderId: params.get('newClientOrderId'),
    symbol: params.get('symbol'),
    status: 'FILLED',
    executedQty: params.get('quantity'),
  };
  json(order)(exchanged);
};

export async function startFaultVenue(): Promise<FaultVenue> {
  const behaviours = new Map<string, Behaviour>([
    ['GET /fapi/v1/time', (exchanged) => json({ serverTime: Date.now() })(exchanged)],
    ['GET /fapi/v1/exchangeInfo', json(EXCHANGE_INFO)],
    ['POST /fapi/v1/order', acceptOrder],
  ]);
  const log: { route: string; params: URLSearchParams }[] = [];

  const serve = async (request: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const { pathname, search } = new URL(request.url ?? '', 'http://venue');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const route = `${request.method} ${pathname}`;
    const params = new URLSearchParams(chunks.length > 0 ? Buffer.concat(chunks).toString() : search);
    log.push({ route, params });
    (behaviours.get(route) ?? json({ code: -1, msg: `no such route ${route}` }, 404))({
      route,
      params,
      socket: request.socket,
      reply,
    });
  };

  const server = createServer((request, reply) => void serve(request, reply).catch(() => reply.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    on: (route, behaviour) => behaviours.set(route, behaviour),
    arrived: (route) => log.filter((line) => line.route === route).map(({ params }) => params),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
