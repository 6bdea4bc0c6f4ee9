import { createHmac } from 'node:crypto';

/** A trader's own signed request to the paper exchange, made without any of our code. */
export async function signedPost(url: string, path: string, params: Record<string, string>): Promise<unknown> {
  const query = new URLSearchParams({ ...params, timestamp: String(Date.now()) }).toString();
  const signature = createHmac('sha256', 'paper-secret').update(query).digest('hex');
  const headers = { 'X-MBX-APIKEY': 'paper-key' };
  const answer = await fetch(`${url}${path}?${query}&signature=${signature}`, { method: 'POST', headers });
  const body: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(body)}`);
  return body;
}
