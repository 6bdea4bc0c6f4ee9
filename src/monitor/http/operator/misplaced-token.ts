import type { preValidationHookHandler } from 'fastify';
import type { HttpSettings } from '../http-settings';
import { Refusal } from '../problems/problem';

/** What the caller sends is recorded for ever, in logs and in Temporal's history; a token in it would be too. */
export const misplacedTokenDoor =
  ({ manualCloseToken }: HttpSettings): preValidationHookHandler =>
  (request, _reply, done) => {
    const { url, headers, body } = request;
    const recorded = [decoded(url), headers['x-operator'], headers['idempotency-key'], JSON.stringify(body)];
    const isMisplaced = manualCloseToken !== null && recorded.some((text) => String(text).includes(manualCloseToken));
    done(isMisplaced ? new Refusal('token-misplaced') : undefined);
  };

function decoded(url: string): string {
  try {
    return decodeURIComponent(url.replaceAll('+', ' '));
  } catch {
    return url;
  }
}
