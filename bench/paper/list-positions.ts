import { Agent } from 'node:http';
import { performance } from 'node:perf_hooks';
import { paperAdmin } from '../../scripts/local-stack/paper-admin';
import { quantiles } from '../quantiles';
import type { Row } from './report';
import { signed } from './signed';

const TIMES = 20;

/** How long the list of all positions takes, its body read to the end. */
export async function listPositions(url: string, positions: number): Promise<Row> {
  const admin = paperAdmin(url);
  await admin.reset({ symbols: positions, limits: 'off', balance: '1000000000' });
  const { prices } = (await admin.state()) as { prices: Record<string, string> };
  const legs = Object.keys(prices).map((symbol) => ({ symbol, side: 'LONG' as const, quantity: '1' }));
  await admin.putPositions(legs);
  const agent = new Agent({ keepAlive: true });
  const samples: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const before = performance.now();
    const body = await signed(agent, url, 'GET', '/fapi/v3/positionRisk');
    samples.push(performance.now() - before);
    if (body.split('"symbol"').length - 1 !== positions) throw new Error('positions are missing');
  }
  agent.destroy();
  return { what: `list ${positions} positions`, count: TIMES, ms: quantiles(samples) };
}
