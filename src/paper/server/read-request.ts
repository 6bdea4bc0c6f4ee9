import type { IncomingMessage } from 'node:http';

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
}

const readBody = async (incoming: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

const hasBody = (incoming: IncomingMessage): boolean =>
  incoming.headers['content-length'] !== undefined || incoming.headers['transfer-encoding'] !== undefined;

const isForm = (incoming: IncomingMessage): boolean => !incoming.headers['content-type']?.includes('json');

/** Parameters may come in the query, in a form body, or in both: then the query wins. Source: the documentation's "General Info". */
const parseParams = (query: string, form: string): Record<string, string> =>
  Object.fromEntries([...new URLSearchParams(form), ...new URLSearchParams(query)]);

export const readRequest = async (incoming: IncomingMessage): Promise<PaperRequest> => {
  const [path = '/', query = ''] = (incoming.url ?? '/').split('?', 2);
  const body = hasBody(incoming) ? await readBody(incoming) : '';
  const method = incoming.method ?? 'GET';
  const form = isForm(incoming) ? body : '';
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
