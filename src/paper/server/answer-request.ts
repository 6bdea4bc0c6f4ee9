import { ENDPOINTS } from '../engine/endpoints';
import type { Endpoint } from '../engine/endpoints/endpoint';
import { currentOutage, sayOutage } from '../engine/events/outage';
import { Silence } from '../engine/events/silence';
import { Refusal, refusal } from '../engine/refusal';
import { authorize, checkKey } from './authorize';
import type { PaperRequest } from './read-request';
import { SILENCE, jsonReply, refusalReply } from './reply';
import type { Reply } from './reply';
import { SESSION_ENDPOINTS } from './session-endpoints';
import type { SessionEndpoint } from './session-endpoints';
import type { Venue } from './venue';

const weightOf = (endpoint: Endpoint, request: PaperRequest): number =>
  typeof endpoint.weight === 'number' ? endpoint.weight : endpoint.weight(request.params);

const prove = (request: PaperRequest, now: number): void =>
  request.prove ? request.prove(now) : authorize(request, now);

/** Limits first, then identity, then the order limits, which are the account's. */
const admit = (venue: Venue, endpoint: Endpoint, request: PaperRequest): void => {
  const now = venue.now();
  const enforced = venue.world.settings.limits === 'on';
  venue.limits.chargeWeight(now, weightOf(endpoint, request), enforced);
  if (endpoint.access === 'signed') prove(request, now);
  if (endpoint.isOrder) venue.limits.chargeOrders(now, endpoint.orders?.(request.params) ?? 1, enforced);
};

export const isServed = (route: string): boolean =>
  ENDPOINTS[route] !== undefined || SESSION_ENDPOINTS[route] !== undefined;

const answerSession = (venue: Venue, session: SessionEndpoint, request: PaperRequest): Reply => {
  venue.limits.chargeWeight(venue.now(), session.weight, venue.world.settings.limits === 'on');
  checkKey(request.apiKey);
  venue.catchUp();
  return jsonReply(session.answer(venue));
};

const answer = (venue: Venue, request: PaperRequest): Reply => {
  const session = SESSION_ENDPOINTS[request.route];
  if (session) return answerSession(venue, session, request);
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
    if (thrown instanceof Silence) return SILENCE;
    throw thrown;
  }
};

/** While the venue is down it says so to everybody, and may or may not do what it was asked. */
const answerUnlessDown = (venue: Venue, request: PaperRequest): Reply => {
  const outage = currentOutage(venue.world);
  if (!outage) return answerOrRefuse(venue, request);
  const hidden = outage.executes ? answerOrRefuse(venue, request) : undefined;
  const reply = refusalReply(sayOutage(outage));
  return hidden?.code === undefined && hidden ? { ...reply, wasCarriedOut: true } : reply;
};

/** Orders counted are shown on order answers only, and not on refused ones: the venue does not promise them there. */
const usageHeaders = (venue: Venue, request: PaperRequest, reply: Reply): Record<string, string> => {
  // A client that paces itself by these headers would keep to limits that are switched off.
  if (venue.world.settings.limits === 'off') return {};
  const { weight1m, orders10s, orders1m } = venue.limits.usage(venue.now());
  const weight = { 'X-MBX-USED-WEIGHT-1M': String(weight1m) };
  if (!ENDPOINTS[request.route]?.isOrder || reply.code !== undefined) return weight;
  return { ...weight, 'X-MBX-ORDER-COUNT-10S': String(orders10s), 'X-MBX-ORDER-COUNT-1M': String(orders1m) };
};

/** The venue's answer to one request, as if nothing stood between it and the client. */
export const answerRequest = (venue: Venue, request: PaperRequest): Reply => {
  const reply = answerUnlessDown(venue, request);
  return { ...reply, headers: { ...reply.headers, ...usageHeaders(venue, request, reply) } };
};
