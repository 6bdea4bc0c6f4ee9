import type { Refusal } from '../engine/refusal';

export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The venue's own code when it refused. */
  readonly code?: number;
}

const JSON_HEADERS = { 'content-type': 'application/json' };

export const jsonReply = (answer: unknown, status = 200): Reply => ({
  status,
  body: JSON.stringify(answer),
  headers: JSON_HEADERS,
});

export const refusalReply = (refused: Refusal): Reply => ({
  status: refused.status,
  body: JSON.stringify({ code: refused.code, msg: refused.message }),
  headers: { ...JSON_HEADERS, ...refused.headers },
  code: refused.code,
});
