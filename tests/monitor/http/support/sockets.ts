import { Agent, request } from 'node:http';
import type { OutgoingHttpHeaders } from 'node:http';

/** Sends many requests over a few kept connections, and counts the statuses. */
export async function burst(
  url: string,
  {
    count,
    connections,
    method = 'GET',
    headers = {},
  }: { count: number; connections: number; method?: string; headers?: OutgoingHttpHeaders },
): Promise<Map<number, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const statuses = new Map<number, number>();
  const one = () =>
    new Promise<void>((resolve, reject) => {
      request(url, { agent, method, headers }, (answer) => {
        statuses.set(answer.statusCode ?? 0, (statuses.get(answer.statusCode ?? 0) ?? 0) + 1);
        answer.resume().on('end', resolve);
      })
        .on('error', reject)
        .end();
    });
  let left = count;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await one();
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return statuses;
}
