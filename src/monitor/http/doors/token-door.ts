import type { onRequestHookHandler } from 'fastify';
import type { HttpSettings } from '../http-settings';
import { Refusal } from '../problems/problem';
import { hook } from './hook';
import { sameSecret } from './same-secret';
import type { WrongTokens } from './wrong-tokens';

/** Lets through who sends the token, before a byte of the body is read. */
export const tokenDoor = (settings: HttpSettings, wrongTokens: WrongTokens): onRequestHookHandler =>
  hook((request) => {
    const token = configuredToken(settings);
    const waitMs = wrongTokens.waitMs(request.ip);
    if (waitMs > 0) throw new Refusal('too-many-wrong-tokens', { retryAfterMs: waitMs });
    const given = request.headers['x-exit-token'];
    if (typeof given !== 'string' || given === '') throw unauthorised('token-missing');
    if (sameSecret(given, token)) return;
    wrongTokens.note(request.ip);
    throw unauthorised('token-wrong');
  });

/** Disabled is said before anything about tokens: who asks learns nothing of one. */
function configuredToken({ manualCloseEnabled, manualCloseToken }: HttpSettings): string {
  if (!manualCloseEnabled) throw new Refusal('manual-close-disabled');
  if (manualCloseToken === null || manualCloseToken === '') throw new Refusal('token-not-configured');
  return manualCloseToken;
}

const unauthorised = (problem: 'token-missing' | 'token-wrong'): Refusal =>
  new Refusal(problem, { headers: { 'www-authenticate': 'X-Exit-Token realm="closeproof exit monitor"' } });
