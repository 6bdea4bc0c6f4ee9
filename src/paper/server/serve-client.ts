import type { ServerResponse } from 'node:http';
import { replaceReply } from '../faults/break-reply';
import { breakSocket, leavesNoAnswer } from '../faults/break-socket';
import { isWait } from '../faults/fault';
import type { Fault } from '../faults/fault';
import type { RequestLine } from './audit';
import { carryOut, noteSent, outlast, takeFault } from './carry-out';
import type { PaperRequest } from './read-request';
import type { Reply } from './reply';
import type { Venue } from './venue';

export const send = (response: ServerResponse, reply: Reply): void => {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(reply.body) });
  response.end(reply.body);
};

const NOTHING: Reply = { status: 200, body: '', headers: { 'content-type': 'application/json' } };

/** Ends a request by a fault that is not a delay. */
const breakWith = (fault: Fault, response: ServerResponse, line: RequestLine, reply: Reply): void => {
  line.broken = fault.kind;
  if (leavesNoAnswer(fault)) return breakSocket(fault, response, reply);
  const replaced = replaceReply(fault, reply);
  line.status = replaced.status;
  if (fault.code !== undefined) line.code = fault.code;
  send(response, replaced);
};

const deliver = (response: ServerResponse, line: RequestLine, reply: Reply): void => {
  if (reply.isSilent) {
    line.broken = 'ghost';
    return void response.socket?.destroy();
  }
  noteSent(line, reply);
  send(response, reply);
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
  if (before && !isWait(before)) return breakWith(before, response, line, NOTHING);
  if (before && !(await outlast(venue, before, stopping))) return void response.socket?.destroy();
  const reply = carryOut(venue, before?.kind === 'late' ? { ...request, letInAt: line.at } : request, line);
  const after = takeFault(venue, 'after', request, line);
  if (after && !isWait(after)) return breakWith(after, response, line, reply);
  if (after && !(await outlast(venue, after, stopping))) return void response.socket?.destroy();
  deliver(response, line, reply);
};
