import { ENDPOINTS } from '../engine/endpoints';
import type { Endpoint } from '../engine/endpoints/endpoint';
import { Refusal, refusal } from '../engine/refusal';
import { authorize } from './authorize';
import type { PaperRequest } from './read-request';
import { jsonReply, refusalReply } from './reply';
import type { Reply } from './reply';
import type { Venue } from './venue';

const weightOf = (endpoint: Endpoint, request: PaperRequest): number =>
  typeof endpoint.weight === 'number' ? endpoint.weight : endpoint.weight(request.params);

/** Limits first, then identity, then the order limits, which are the account's. */
const admit = (venue: Venue, endpoint: Endpoint, request: PaperRequest): void => {
  const now = venue.now();
  const enforced = venue.world.settings.limits === 'on';
  venue.limits.chargeWeight(now, weightOf(endpoint, request), enforced);
  if (endpoint.access === 'signed') authorize(request, now);
  if (endpoint.isOrder) venue.limits.chargeOrder(now, enforced);
};

const answer = (venue: Venue, request: PaperRequest): Reply => {
  const endpoint = ENDPOINTS[request.route];
  if (!endpoint) throw refusal('-5000', request.path, request.method);
  admit(venue, endpoint, request);
  venue.catchUp();
  return jsonReply(endpoint.answer(venue.world, request.params));
};

const answerOrRefuse = (venue: Venue, request: PaperRequest): Reply => {
  try {
    return answer(venue, request);
  } catch (thrown) {
    if (thrown instanceof Refusal) return refusalReply(thrown);
    throw thrown;
  }
};

/** Orders counted are shown on order answers only, and not on refused ones: the venue does not promise them there. */
const usageHeaders = (venue: Venue, request: PaperRequest, reply: Reply): Record<string, string> => {
  const { weight1m, orders10s, orders1m } = venue.limits.usage(venue.now());
  const weight = { 'X-MBX-USED-WEIGHT-1M': String(weight1m) };
  if (!ENDPOINTS[request.route]?.isOrder || reply.code !== undefined) return weight;
  return { ...weight, 'X-MBX-ORDER-COUNT-10S': String(orders10s), 'X-MBX-ORDER-COUNT-1M': String(orders1m) };
};

/** The venue's answer to one request, as if nothing stood between it and the client. */
export const answerRequest = (venue: Venue, request: PaperRequest): Reply => {
  const reply = answerOrRefuse(venue, request);
  return { ...reply, headers: { ...reply.headers, ...usageHeaders(venue, request, reply) } };
};
