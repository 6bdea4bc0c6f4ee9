import { API_KEY } from '../authorize';
import type { PaperRequest } from '../read-request';
import { authorizeInSession, authorizeMessage } from './authorize-message';
import type { ApiMessage } from './message';
import type { SessionMethod } from './methods';

/** Who a connection has logged on as. The venue takes Ed25519 keys only for this; here the HMAC secret does. */
export class ApiSession {
  #authorizedSince: number | null = null;

  constructor(
    readonly connectedSince: number,
    readonly returnRateLimits: boolean,
  ) {}

  /** How a call on this connection proves who sent it. */
  identity(message: ApiMessage): Pick<PaperRequest, 'apiKey' | 'prove'> {
    const isOn = this.#authorizedSince !== null;
    const check = isOn ? authorizeInSession : authorizeMessage;
    return { apiKey: message.params['apiKey'] ?? (isOn ? API_KEY : ''), prove: (now) => check(message, now) };
  }

  answer(method: SessionMethod, message: ApiMessage, now: number): unknown {
    if (method === 'session.logon') this.#logOn(message, now);
    if (method === 'session.logout') this.#authorizedSince = null;
    return {
      apiKey: this.#authorizedSince === null ? null : API_KEY,
      authorizedSince: this.#authorizedSince,
      connectedSince: this.connectedSince,
      returnRateLimits: this.returnRateLimits,
      serverTime: now,
    };
  }

  #logOn(message: ApiMessage, now: number): void {
    authorizeMessage(message, now);
    this.#authorizedSince = now;
  }
}
