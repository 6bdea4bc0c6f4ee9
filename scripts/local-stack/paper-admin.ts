/** The paper exchange's admin API, as a rehearsal uses it. Its audit log says what really happened. */
export interface PaperAdmin {
  reset(settings?: object): Promise<unknown>;
  putPositions(positions: readonly PaperPosition[]): Promise<unknown>;
  breakNext(fault: PaperFault): Promise<unknown>;
  executions(symbol?: string): Promise<Execution[]>;
  state(): Promise<unknown>;
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

export interface Execution {
  symbol: string;
  orderId: string | number;
  clientOrderId: string;
  side: string;
  quantity: string;
  reduceOnly: boolean;
  positionBefore: string;
  positionAfter: string;
}

export function paperAdmin(url: string): PaperAdmin {
  const get = (path: string) => call(`${url}${path}`);
  const post = (path: string, body: unknown) => call(`${url}${path}`, body);
  return {
    reset: (settings = {}) => post('/paper/reset', settings),
    putPositions: (positions) => post('/paper/positions', positions),
    breakNext: (fault) => post('/paper/faults', fault),
    executions: (symbol) =>
      get(`/paper/audit?kind=execution${symbol === undefined ? '' : `&symbol=${symbol}`}`) as Promise<Execution[]>,
    state: () => get('/paper/state'),
  };
}

async function call(url: string, body?: unknown): Promise<unknown> {
  const posted = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(url, body === undefined ? {} : posted);
  const content: unknown = await answer.json();
  if (!answer.ok) throw new Error(`the paper exchange answers ${answer.status} to ${url}: ${JSON.stringify(content)}`);
  return content;
}
