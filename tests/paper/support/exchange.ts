import { startPaperExchange } from '../../../src/paper';
import type { PaperExchange } from '../../../src/paper';
import { sign } from '../../../src/paper/server/signature';

/** What tests look at by name; the rest is compared whole. */
export interface Body {
  readonly code: number;
  readonly msg: string;
  readonly error: string;
  readonly status: string;
}

export interface Answer {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

export interface AuditRow {
  readonly sequence: number;
  readonly kind: string;
  readonly reason?: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface State {
  readonly positions: readonly unknown[];
  readonly prices: Readonly<Record<string, string>>;
  readonly listeners: number;
  readonly subscriptions: readonly string[];
}

export const SECRET = 'paper-secret';

const read = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  const body = (text === '' ? undefined : JSON.parse(text)) as Body;
  return { status: response.status, body, headers: response.headers };
};

/** A signed query, as a client makes it; `change` may spoil it. */
export const signedQuery = (params: Record<string, string>, secret = SECRET): string => {
  const query = new URLSearchParams({ timestamp: String(Date.now()), ...params }).toString();
  return `${query}&signature=${sign(secret, query)}`;
};

/** A running exchange with the hands of a client (signed calls) and of an operator (admin calls). */
export class Bench {
  private constructor(readonly exchange: PaperExchange) {}

  static async start(options: Partial<Parameters<typeof startPaperExchange>[0]> = {}): Promise<Bench> {
    return new Bench(await startPaperExchange({ port: 0, ...options }));
  }

  get url(): string {
    return this.exchange.url;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return read(await fetch(this.url + path, { headers }));
  }

  /** Any call without a signature. */
  async call(method: string, path: string, headers: Record<string, string>): Promise<Answer> {
    return read(await fetch(this.url + path, { method, headers }));
  }

  async signed(method: string, path: string, params: Record<string, string> = {}): Promise<Answer> {
    return read(
      await fetch(`${this.url}${path}?${signedQuery(params)}`, { method, headers: { 'x-mbx-apikey': 'paper-key' } }),
    );
  }

  order(params: Record<string, string>): Promise<Answer> {
    return this.signed('POST', '/fapi/v1/order', {
      symbol: 'BTCUSDT',
      type: 'MARKET',
      newOrderRespType: 'RESULT',
      ...params,
    });
  }

  async admin(method: string, path: string, body?: unknown): Promise<Answer> {
    return read(
      await fetch(this.url + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }),
    );
  }

  /** An admin call that must succeed. */
  async set(path: string, body: unknown): Promise<unknown> {
    const answer = await this.admin('POST', path, body);
    if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async audit(query = ''): Promise<AuditRow[]> {
    return (await this.admin('GET', `/paper/audit${query}`)).body as unknown as AuditRow[];
  }

  async state(): Promise<State> {
    return (await this.admin('GET', '/paper/state')).body as unknown as State;
  }

  stop(): Promise<void> {
    return this.exchange.stop();
  }
}
