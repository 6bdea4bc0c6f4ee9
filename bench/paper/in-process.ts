import { performance } from 'node:perf_hooks';
import { ENDPOINTS } from '../../src/paper/engine/endpoints';
import { catchUp } from '../../src/paper/engine/time/catch-up';
import { makeWorld } from '../../src/paper/engine/world';
import { quantiles } from '../quantiles';
import type { Row } from './report';

/** The bare engine: no HTTP, no signatures. */
export function inProcess(orders: number): Row {
  const world = makeWorld({ now: Date.now, record: () => undefined, balance: '1000000000' });
  const place = ENDPOINTS['POST /fapi/v1/order']!.answer;
  const samples: number[] = [];
  const started = performance.now();
  for (let ordinal = 0; ordinal < orders; ordinal += 1) {
    const before = performance.now();
    catchUp(world);
    place(world, { symbol: 'BTCUSDT', side: ordinal % 2 === 0 ? 'BUY' : 'SELL', type: 'MARKET', quantity: '0.01' });
    samples.push(performance.now() - before);
  }
  const seconds = (performance.now() - started) / 1000;
  return { what: 'orders, engine alone', count: orders, perSecond: orders / seconds, ms: quantiles(samples) };
}
