import type { FastifyRequest, onRequestHookHandler } from 'fastify';
import { Refusal } from '../problems/problem';
import { hook } from './hook';

/** What a browser says of a request by our own page, or by hand. */
const OWN_SITE = new Set(['same-origin', 'none']);

/** Against posts by other sites' pages. Tools that are no browser send neither header. */
export const originDoor: onRequestHookHandler = hook((request) => {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string' && !OWN_SITE.has(site)) throw new Refusal('foreign-origin');
  const { origin } = request.headers;
  if (origin !== undefined && hostOf(origin) !== request.host) throw new Refusal('foreign-origin');
});

/** The host of an origin, whatever its scheme: a proxy in front may speak TLS. */
function hostOf(origin: string): FastifyRequest['host'] | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
