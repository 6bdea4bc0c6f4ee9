import { Agent } from 'node:http';
import { performance } from 'node:perf_hooks';
import { quantiles } from '../quantiles';
import type { Row } from './report';
import { signed } from './signed';

/** Market orders over so many connections, each sending its next one when the last is answered. */
export async function storm(url: string, orders: number, connections: number): Promise<Row> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const samples: number[] = [];
  let sent = 0;
  const client = async (): Promise<void> => {
    while (sent < orders) {
      const side = (sent += 1) % 2 === 0 ? 'BUY' : 'SELL';
      const before = performance.now();
      await signed(agent, url, 'POST', '/fapi/v1/order', { symbol: 'BTCUSDT', side, type: 'MARKET', quantity: '0.01' });
      samples.push(performance.now() - before);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, client));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  const plural = connections === 1 ? '' : 's';
  return {
    what: `orders over HTTP, ${connections} connection${plural}`,
    count: samples.length,
    perSecond: samples.length / seconds,
    ms: quantiles(samples),
  };
}
