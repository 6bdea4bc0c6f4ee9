import type { ServerResponse } from 'node:http';
import type { Reply } from '../server/reply';
import type { Fault } from './fault';

const HTML =
  '<html><head><title>Service Unavailable</title></head><body><h1>503 Service Unavailable</h1></body></html>';

/** A venue-like body when the fault has a code, the given words when it has only those, otherwise `fallback`. */
const bodyOf = (fault: Fault, fallback: string): string => {
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

/** What the client is told instead of `reply`; only for kinds that do answer. */
export const replaceReply = (fault: Fault, reply: Reply): Reply =>
  fault.kind === 'status'
    ? withBody(reply, fault.status ?? 503, bodyOf(fault, HTML))
    : withBody(reply, fault.status ?? 200, bodyOf(fault, '{}'));

const sendHalf = (response: ServerResponse, fault: Fault, reply: Reply, then: () => void): void => {
  const whole = reply.body || bodyOf(fault, '{"orderId":0,"status":"NEW"}');
  response.writeHead(fault.status ?? reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(whole) });
  response.write(whole.slice(0, Math.ceil(whole.length / 2)), then);
};

/** Kinds that leave the client without an answer. */
export const breakSocket = (fault: Fault, response: ServerResponse, reply: Reply): void => {
  const socket = response.socket;
  if (fault.kind === 'drop') socket?.destroy();
  // Destroyed a moment later, so that the half reaches the client before the end does.
  if (fault.kind === 'cut') sendHalf(response, fault, reply, () => setTimeout(() => socket?.destroy(), 5));
  if (fault.kind === 'stall' && fault.status !== undefined) sendHalf(response, fault, reply, () => undefined);
};

export const leavesNoAnswer = (fault: Fault): boolean =>
  fault.kind === 'drop' || fault.kind === 'stall' || fault.kind === 'cut';
