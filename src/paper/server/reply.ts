import type { Refusal } from '../engine/refusal';
import { toJson } from '../engine/wire-number';

export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The venue's own code when it refused. */
  readonly code?: number;
  /** The answer says no, or that nobody knows, but it was done. */
  readonly wasCarriedOut?: true;
  /** The client hears nothing at all. */
  readonly isSilent?: true;
}

const JSON_HEADERS = { 'content-type': 'application/json' };

export const jsonReply = (answer: unknown, status = 200): Reply => ({
  status,
  body: toJson(answer),
  headers: JSON_HEADERS,
});

export const refusalReply = (refused: Refusal): Reply => ({
  status: refused.status,
  body: JSON.stringify({ code: refused.code, msg: refused.message }),
  headers: { ...JSON_HEADERS, ...refused.headers },
  code: refused.code,
});

export const SILENCE: Reply = { status: 0, body: '', headers: {}, isSilent: true };
