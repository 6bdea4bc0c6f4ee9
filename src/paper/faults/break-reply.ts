import type { Reply } from '../server/reply';
import type { Fault } from './fault';

const HTML =
  '<html><head><title>Service Unavailable</title></head><body><h1>503 Service Unavailable</h1></body></html>';

/** A venue-like body when the fault has a code, the given words when it has only those, otherwise `fallback`. */
export const bodyOf = (fault: Fault, fallback: string): string => {
  if (fault.code !== undefined) return JSON.stringify({ code: fault.code, msg: fault.msg ?? '' });
  return fault.msg ?? fallback;
};

const typeOf = (body: string): string => (body.startsWith('<') ? 'text/html' : 'application/json');

const withBody = (reply: Reply, status: number, body: string): Reply => ({
  ...reply,
  status,
  body,
  headers: { ...reply.headers, 'content-type': typeOf(body) },
});

const RETRY_AFTER_DEFAULT_S = 1;

/** The venue always says how long to wait with these; `ms` may say it. */
const withRetryAfter = (reply: Reply, fault: Fault): Reply => {
  if (reply.status !== 429 && reply.status !== 418) return reply;
  const seconds = fault.ms === undefined ? RETRY_AFTER_DEFAULT_S : Math.ceil(fault.ms / 1000);
  return { ...reply, headers: { ...reply.headers, 'Retry-After': String(seconds) } };
};

/** What the client is told instead of `reply`; only for kinds that do answer. */
export const replaceReply = (fault: Fault, reply: Reply): Reply =>
  fault.kind === 'status'
    ? withRetryAfter(withBody(reply, fault.status ?? 503, bodyOf(fault, HTML)), fault)
    : withBody(reply, fault.status ?? 200, bodyOf(fault, '{}'));
