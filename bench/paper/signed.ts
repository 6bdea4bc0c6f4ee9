import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import type { Agent } from 'node:http';

const sign = (query: string): string => createHmac('sha256', 'paper-secret').update(query).digest('hex');

/** One signed call; the body of the answer, or an error when the venue refuses. */
export const signed = (
  agent: Agent,
  url: string,
  method: string,
  path: string,
  params: Record<string, string> = {},
): Promise<string> =>
  new Promise((resolve, reject) => {
    const query = new URLSearchParams({ ...params, timestamp: String(Date.now()), recvWindow: '60000' }).toString();
    const headers = { 'x-mbx-apikey': 'paper-key' };
    const sent = request(`${url}${path}?${query}&signature=${sign(query)}`, { agent, method, headers }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (body += chunk));
      answer.on('error', reject);
      answer.on('end', () => (answer.statusCode === 200 ? resolve(body) : reject(new Error(body))));
    });
    sent.on('error', reject);
    sent.end();
  });
