import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { breakSocket, leavesNoAnswer, replaceReply } from '../faults/break-reply';
import type { Fault, FaultMoment } from '../faults/fault';
import { answerRequest } from './answer-request';
import type { RequestLine } from './audit';
import type { PaperRequest } from './read-request';
import type { Reply } from './reply';
import type { Venue } from './venue';

export const send = (response: ServerResponse, reply: Reply): void => {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(reply.body) });
  response.end(reply.body);
};

const NOTHING: Reply = { status: 200, body: '', headers: { 'content-type': 'application/json' } };

/** A fault for this request at this moment is written down in its audit line. */
const takeFault = (venue: Venue, when: FaultMoment, request: PaperRequest, line: RequestLine): Fault | undefined => {
  const fault = venue.faults.take(when, request.route, request.params);
  if (fault) (line.faults ??= []).push(fault.id);
  return fault;
};

const note = (line: RequestLine, reply: Reply): void => {
  line.status = reply.status;
  if (reply.code !== undefined) line.code = reply.code;
};

/** Ends a request by a fault that is not a delay. */
const breakWith = (fault: Fault, response: ServerResponse, line: RequestLine, reply: Reply): void => {
  line.broken = fault.kind;
  if (leavesNoAnswer(fault)) return breakSocket(fault, response, reply);
  const replaced = replaceReply(fault, reply);
  line.status = replaced.status;
  if (fault.code !== undefined) line.code = fault.code;
  send(response, replaced);
};

/** Carries the request out, whether or not anybody still listens. */
const carryOut = (venue: Venue, request: PaperRequest, line: RequestLine): Reply => {
  const reply = venue.audit.during(line, () => answerRequest(venue, request));
  line.executed = reply.code === undefined;
  line.decided = { status: reply.status, ...(reply.code === undefined ? {} : { code: reply.code }) };
  return reply;
};

const deliver = (response: ServerResponse, line: RequestLine, reply: Reply): void => {
  delete line.decided;
  note(line, reply);
  send(response, reply);
};

/** Waits as a delay fault says; false when the world it came to is gone by then, so that no request leaks into the next one. */
const outlast = async (venue: Venue, fault: Fault, stopping: AbortSignal): Promise<boolean> => {
  const { world } = venue;
  await sleep(fault.ms ?? 0, undefined, { signal: stopping });
  return venue.world === world;
};

/** before-faults, the venue, after-faults, the reply. */
export const serveClient = async (
  venue: Venue,
  request: PaperRequest,
  response: ServerResponse,
  stopping: AbortSignal,
): Promise<void> => {
  const { method, path, params } = request;
  const line = venue.audit.request({ at: venue.now(), method, path, params });
  const before = takeFault(venue, 'before', request, line);
  if (before && before.kind !== 'delay') return breakWith(before, response, line, NOTHING);
  if (before && !(await outlast(venue, before, stopping))) return void response.socket?.destroy();
  const reply = carryOut(venue, request, line);
  const after = takeFault(venue, 'after', request, line);
  if (after && after.kind !== 'delay') return breakWith(after, response, line, reply);
  if (after && !(await outlast(venue, after, stopping))) return void response.socket?.destroy();
  deliver(response, line, reply);
};
