import { isIP } from 'node:net';
import type { onRequestHookHandler } from 'fastify';
import type { HttpSettings } from '../http-settings';
import { Refusal } from '../problems/problem';
import { hook } from './hook';

/**
 * Against DNS rebinding: another site's page can make a browser send requests here under that site's name, never under an
 * IP address or localhost. So those are ours, and any other name must be configured.
 */
export const hostDoor = (settings: HttpSettings): onRequestHookHandler => {
  const ours = new Set(['localhost', settings.host, ...settings.allowedHosts].map((name) => name.toLowerCase()));
  return hook((request) => {
    const name = request.hostname.toLowerCase();
    if (!ours.has(name) && isIP(name.replace(/^\[|\]$/g, '')) === 0) throw new Refusal('foreign-host');
  });
};
