import { mandatory, mandatoryInteger, optionalInteger } from '../engine/params';
import type { Params } from '../engine/params';
import { refusal } from '../engine/refusal';
import type { PaperRequest } from './read-request';
import { isSigned } from './signature';

export const API_KEY = 'paper-key';
export const API_SECRET = 'paper-secret';

/** All in ms. Source: "Timing security" in the documentation's General Info. */
const RECV_WINDOW_DEFAULT = 5000;
const RECV_WINDOW_MAX = 60_000;
const AHEAD_MAX = 1000;

export const checkKey = (apiKey: string): void => {
  if (apiKey === '') throw refusal('-2014');
  if (apiKey !== API_KEY) throw refusal('-2015');
};

const checkSignature = (request: PaperRequest): void => {
  mandatory(request.params, 'signature');
  if (!isSigned(API_SECRET, request.query, request.form)) throw refusal('-1022');
};

/** A request is accepted while timestamp < server time + 1 s and server time - timestamp <= recvWindow. */
export const checkTiming = (timestamp: number, recvWindow: number, now: number): void => {
  if (recvWindow > RECV_WINDOW_MAX) throw refusal('-1131');
  if (timestamp >= now + AHEAD_MAX)
    throw refusal('-1021', "Timestamp for this request was 1000ms ahead of the server's time.");
  if (now - timestamp > recvWindow) throw refusal('-1021', 'Timestamp for this request is outside of the recvWindow.');
};

export const checkMoment = (params: Params, now: number): void =>
  checkTiming(mandatoryInteger(params, 'timestamp'), optionalInteger(params, 'recvWindow') ?? RECV_WINDOW_DEFAULT, now);

/** The matching engine looks at the window once more, for it may have waited inside. Source: error code -5028. */
const checkAtEngine = (params: Params, now: number): void => {
  const recvWindow = optionalInteger(params, 'recvWindow') ?? RECV_WINDOW_DEFAULT;
  if (now - mandatoryInteger(params, 'timestamp') > recvWindow) throw refusal('-5028');
};

/** Key, then signature, then time: whoever cannot sign learns nothing else. */
export const authorize = (request: PaperRequest, now: number): void => {
  checkKey(request.apiKey);
  mandatoryInteger(request.params, 'timestamp');
  checkSignature(request);
  checkMoment(request.params, request.letInAt ?? now);
  if (request.letInAt !== undefined) checkAtEngine(request.params, now);
};
