import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, FaultMoment } from '../faults/fault';
import { answerRequest, isServed } from './answer-request';
import type { RequestLine } from './audit';
import type { PaperRequest } from './read-request';
import type { Reply } from './reply';
import type { Venue } from './venue';

/** A fault for this request at this moment is written down in its audit line. */
export const takeFault = (
  venue: Venue,
  when: FaultMoment,
  request: Pick<PaperRequest, 'route' | 'params'>,
  line: RequestLine,
): Fault | undefined => {
  const fault = venue.faults.take(when, request.route, request.params);
  if (fault) (line.faults ??= []).push(fault.id);
  return fault;
};

/** Carries the request out, whether or not anybody still listens. */
export const carryOut = (venue: Venue, request: PaperRequest, line: RequestLine): Reply => {
  if (!isServed(request.route)) line.missing = `the paper exchange does not serve ${request.route}`;
  const reply = venue.audit.during(line, () => answerRequest(venue, request));
  line.executed = reply.wasCarriedOut ?? (reply.code === undefined && !reply.isSilent);
  line.decided = { status: reply.status, ...(reply.code === undefined ? {} : { code: reply.code }) };
  return reply;
};

/** The reply goes out as it is: what was decided is what was said. */
export const noteSent = (line: RequestLine, reply: Reply): void => {
  delete line.decided;
  line.status = reply.status;
  if (reply.code !== undefined) line.code = reply.code;
};

/** Waits as a delay fault says; false when the world it came to is gone by then, so that no request leaks into the next one. */
export const outlast = async (venue: Venue, fault: Fault, stopping: AbortSignal): Promise<boolean> => {
  const { world } = venue;
  await sleep(fault.ms ?? 0, undefined, { signal: stopping });
  return venue.world === world;
};
