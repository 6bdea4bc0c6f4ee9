/** Every method is a REST endpoint by another name. Source: "Websocket API" in the documentation. */
export const API_METHODS: Readonly<Record<string, string>> = {
  ping: 'GET /fapi/v1/ping',
  time: 'GET /fapi/v1/time',
  depth: 'GET /fapi/v1/depth',
  'ticker.price': 'GET /fapi/v1/ticker/price',
  'ticker.book': 'GET /fapi/v1/ticker/bookTicker',
  'order.place': 'POST /fapi/v1/order',
  'order.modify': 'PUT /fapi/v1/order',
  'order.cancel': 'DELETE /fapi/v1/order',
  'order.status': 'GET /fapi/v1/order',
  'algoOrder.place': 'POST /fapi/v1/algoOrder',
  'algoOrder.cancel': 'DELETE /fapi/v1/algoOrder',
  'account.position': 'GET /fapi/v2/positionRisk',
  'v2/account.position': 'GET /fapi/v3/positionRisk',
  'account.balance': 'GET /fapi/v3/balance',
  'v2/account.balance': 'GET /fapi/v3/balance',
  'account.status': 'GET /fapi/v3/account',
  'v2/account.status': 'GET /fapi/v3/account',
  'userDataStream.start': 'POST /fapi/v1/listenKey',
  'userDataStream.ping': 'PUT /fapi/v1/listenKey',
  'userDataStream.stop': 'DELETE /fapi/v1/listenKey',
};

export const SESSION_METHODS = ['session.logon', 'session.status', 'session.logout'] as const;
export type SessionMethod = (typeof SESSION_METHODS)[number];

export const isSessionMethod = (method: string): method is SessionMethod =>
  (SESSION_METHODS as readonly string[]).includes(method);

/** How a fault names a method: it has no HTTP verb. */
export const routeOf = (method: string): string => `WS ${method}`;

export const isMethodServed = (method: string): boolean => API_METHODS[method] !== undefined || isSessionMethod(method);
