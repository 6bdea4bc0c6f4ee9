import type { IncomingMessage } from 'node:http';
import { refusal } from '../engine/refusal';
import { ADMIN_BODY_MAX, BODY_MAX, PARAMS_MAX } from './door';

export interface PaperRequest {
  readonly method: string;
  readonly path: string;
  /** `METHOD /path`. */
  readonly route: string;
  readonly query: string;
  readonly body: string;
  /** The body when it carries parameters; a JSON body does not, and is not signed either. */
  readonly form: string;
  readonly params: Readonly<Record<string, string>>;
  readonly apiKey: string;
  /** How it proves who sent it, when not by an HTTP signature. */
  readonly prove?: (now: number) => void;
  /** When the door let it in, ms; it reaches the matching engine only now. */
  readonly letInAt?: number;
}

/** More was sent than one request may carry. The venue's front says so in its own words, without a code. */
export class TooLarge extends Error {}

const readBody = async (incoming: IncomingMessage, most: number): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += (chunk as Buffer).length;
    if (size > most) throw new TooLarge();
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const hasBody = (incoming: IncomingMessage): boolean =>
  incoming.headers['content-length'] !== undefined || incoming.headers['transfer-encoding'] !== undefined;

const isForm = (incoming: IncomingMessage): boolean => !incoming.headers['content-type']?.includes('json');

/** Parameters may come in the query, in a form body, or in both: then the query wins. Source: the documentation's "General Info". */
const parseParams = (query: string, form: string): Record<string, string> =>
  Object.fromEntries([...new URLSearchParams(form), ...new URLSearchParams(query)]);

/** Counted before they are taken apart, which is what would cost. */
const hasTooManyParams = (query: string, form: string): boolean => {
  let count = 0;
  for (const text of [query, form])
    for (let at = text.indexOf('&'); at >= 0 && count < PARAMS_MAX; at = text.indexOf('&', at + 1)) count += 1;
  return count >= PARAMS_MAX;
};

export const readRequest = async (incoming: IncomingMessage): Promise<PaperRequest> => {
  const [path = '/', query = ''] = (incoming.url ?? '/').split('?', 2);
  const most = path.startsWith('/paper/') ? ADMIN_BODY_MAX : BODY_MAX;
  const body = hasBody(incoming) ? await readBody(incoming, most) : '';
  const method = incoming.method ?? 'GET';
  const form = isForm(incoming) ? body : '';
  if (hasTooManyParams(query, form)) throw refusal('-1101');
  const params = parseParams(query, form);
  return {
    method,
    path,
    route: `${method} ${path}`,
    query,
    body,
    form,
    params,
    apiKey: String(incoming.headers['x-mbx-apikey'] ?? ''),
  };
};
