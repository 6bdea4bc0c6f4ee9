import type { PaperRequest } from '../read-request';

/** One call of a client. */
export interface ApiMessage {
  readonly id: unknown;
  readonly method: string;
  readonly params: Readonly<Record<string, string>>;
  readonly wantsLimits: boolean | undefined;
}

/** Of the connection rather than of the call. */
const ENVELOPE = ['apiKey', 'signature', 'returnRateLimits'];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const texts = (params: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params)
      .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
      .map(([name, value]) => [name, String(value)]),
  );

/** Undefined for what is no call at all. */
export const readMessage = (text: string): ApiMessage | undefined => {
  const value = parse(text);
  if (!isRecord(value) || typeof value['method'] !== 'string') return undefined;
  const params = isRecord(value['params']) ? value['params'] : {};
  const wants = params['returnRateLimits'];
  return {
    id: value['id'] ?? null,
    method: value['method'],
    params: texts(params),
    wantsLimits: typeof wants === 'boolean' ? wants : undefined,
  };
};

/** The same call as a request to the REST endpoint behind it. */
export const asRequest = (
  message: ApiMessage,
  route: string,
  identity: Pick<PaperRequest, 'apiKey' | 'prove'>,
): PaperRequest => {
  const [method = '', path = ''] = route.split(' ');
  const params = Object.fromEntries(Object.entries(message.params).filter(([name]) => !ENVELOPE.includes(name)));
  return { method, path, route, query: '', body: '', form: '', params, ...identity };
};
