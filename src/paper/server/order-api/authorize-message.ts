import { mandatory } from '../../engine/params';
import { refusal } from '../../engine/refusal';
import { API_SECRET, checkKey, checkMoment } from '../authorize';
import { equal, sign } from '../signature';
import type { ApiMessage } from './message';

const joined = (params: Readonly<Record<string, string>>, encode: (value: string) => string): string =>
  Object.entries(params)
    .filter(([name]) => name !== 'signature')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${encode(value)}`)
    .join('&');

/** What is signed: all parameters but the signature, sorted by name. Clients differ in whether they percent-encode. */
const isSigned = (params: Readonly<Record<string, string>>, signature: string): boolean =>
  [joined(params, (value) => value), joined(params, encodeURIComponent)].some((payload) =>
    equal(sign(API_SECRET, payload), signature.toLowerCase()),
  );

/** Key, then signature, then time, as over HTTP. */
export const authorizeMessage = ({ params }: ApiMessage, now: number): void => {
  checkKey(params['apiKey'] ?? '');
  mandatory(params, 'timestamp');
  if (!isSigned(params, mandatory(params, 'signature'))) throw refusal('-1022');
  checkMoment(params, now);
};

/** On a connection that has logged on, a call needs neither key nor signature; when it has a signature, it must be right. */
export const authorizeInSession = (message: ApiMessage, now: number): void => {
  if (message.params['signature'] !== undefined) authorizeMessage(message, now);
  else checkMoment(message.params, now);
};
