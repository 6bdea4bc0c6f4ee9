import { Refusal } from '../engine/refusal';
import type { Venue } from './venue';

/** Endpoints of the connection rather than the account: they ask for the API key alone, in its header, and no signature. */
export interface SessionEndpoint {
  readonly weight: number;
  readonly answer: (venue: Venue) => unknown;
}

const unknownKey = (): Refusal => new Refusal(-1125, 'This listenKey does not exist.', 400);

const start = ({ streams, now }: Venue): unknown => ({ listenKey: streams.keys.open(now()) });

const keep = ({ streams, now }: Venue): unknown => {
  if (!streams.keys.extend(now())) throw unknownKey();
  return { listenKey: streams.keys.current(now()) };
};

const stop = ({ streams, now }: Venue): unknown => {
  if (streams.keys.current(now()) === undefined) throw unknownKey();
  streams.keys.end();
  return {};
};

/** Source: "Start", "Keepalive" and "Close User Data Stream" in the documentation. */
export const SESSION_ENDPOINTS: Readonly<Record<string, SessionEndpoint>> = {
  'POST /fapi/v1/listenKey': { weight: 1, answer: start },
  'PUT /fapi/v1/listenKey': { weight: 1, answer: keep },
  'DELETE /fapi/v1/listenKey': { weight: 1, answer: stop },
};
