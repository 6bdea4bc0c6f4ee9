import { performance } from 'node:perf_hooks';
import { paperAdmin } from '../../scripts/local-stack/paper-admin';
import { createExchange } from '../../src/exchange/create-exchange';
import { quantiles } from '../quantiles';
import type { Row } from './report';

const TIMES = 10;

/** How long a ccxt that has just been made needs to learn all markets and tell the rules of one of the last. */
export async function loadMarkets(url: string, symbols: number): Promise<Row> {
  await paperAdmin(url).reset({ symbols, limits: 'off' });
  const samples: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const exchange = createExchange({ venue: 'paper', apiKey: 'paper-key', secret: 'paper-secret', paperUrl: url });
    const before = performance.now();
    const rules = await exchange.readRules(`X${symbols}/USDT:USDT`);
    samples.push(performance.now() - before);
    if (rules === null) throw new Error('the last market is missing');
  }
  return { what: `a new ccxt loads ${symbols} markets`, count: TIMES, ms: quantiles(samples) };
}
