/** The paper exchange's admin API, as a rehearsal uses it. Its audit log says what really happened. */
export interface PaperAdmin {
  reset(settings?: object): Promise<unknown>;
  putPositions(positions: readonly PaperPosition[]): Promise<unknown>;
  breakNext(fault: PaperFault): Promise<unknown>;
  /** Prices wander by a seed. */
  walk(plan: { volatility: string; everyMs: number; seed: number }): Promise<unknown>;
  /** Moves mark prices: {BTCUSDT: '58000'}. */
  setPrices(prices: Readonly<Record<string, string>>): Promise<unknown>;
  /** Takes back every fault that has not struck yet. */
  mend(): Promise<unknown>;
  executions(symbol?: string): Promise<Execution[]>;
  requests(): Promise<AuditedRequest[]>;
  /** The audit log's newest entry. */
  latestSequence(): Promise<number>;
  /** Orders that reached the venue after an entry of its log. */
  ordersSince(sequence: number): Promise<AuditedRequest[]>;
  state(): Promise<unknown>;
  /** Ids of all its markets. */
  markets(): Promise<string[]>;
}

export interface PaperPosition {
  symbol: string;
  side: 'LONG' | 'SHORT';
  quantity: string;
  entryPrice?: string;
}

export interface PaperFault {
  route: string;
  when: 'before' | 'after';
  kind: 'drop' | 'stall' | 'cut' | 'status' | 'body' | 'delay';
  match?: Record<string, string>;
  times?: number;
  status?: number;
  code?: number;
  msg?: string;
  ms?: number;
}

/** One request as the venue's log has it; `at` in ms. */
export interface AuditedRequest {
  sequence: number;
  at: number;
  path: string;
  method: string;
}

export interface Execution {
  symbol: string;
  orderId: string | number;
  clientOrderId: string;
  side: string;
  quantity: string;
  reduceOnly: boolean;
  positionSide: string;
  positionBefore: string;
  positionAfter: string;
}

export function paperAdmin(url: string): PaperAdmin {
  const get = (path: string) => call(`${url}${path}`);
  const post = (path: string, body: unknown) => call(`${url}${path}`, body);
  return {
    reset: (settings = {}) => post('/paper/reset', settings),
    putPositions: (positions) => post('/paper/positions', positions),
    walk: (plan) => post('/paper/walk', plan),
    setPrices: (prices) => post('/paper/prices', prices),
    mend: () => call(`${url}/paper/faults`, undefined, 'DELETE'),
    breakNext: (fault) => post('/paper/faults', fault),
    executions: (symbol) =>
      get(`/paper/audit?kind=execution${symbol === undefined ? '' : `&symbol=${symbol}`}`) as Promise<Execution[]>,
    requests: () => get('/paper/audit?kind=request') as Promise<AuditedRequest[]>,
    latestSequence: async () => ((await get('/paper/audit')) as AuditedRequest[]).at(-1)?.sequence ?? 0,
    ordersSince: async (sequence) =>
      ((await get(`/paper/audit?kind=request&since=${sequence}`)) as AuditedRequest[]).filter(isOrder),
    state: () => get('/paper/state'),
    markets: async () => Object.keys(((await get('/paper/state')) as { prices: object }).prices),
  };
}

const isOrder = ({ method, path }: AuditedRequest): boolean => method === 'POST' && path === '/fapi/v1/order';

async function call(url: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, body === undefined ? { method } : { method, headers, body: JSON.stringify(body) });
  const content: unknown = await answer.json();
  if (!answer.ok) throw new Error(`the paper exchange answers ${answer.status} to ${url}: ${JSON.stringify(content)}`);
  return content;
}
