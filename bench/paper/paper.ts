import { paperAdmin } from '../../scripts/local-stack/paper-admin';
import { startPaper } from '../../scripts/local-stack/processes';
import type { PaperProcess } from '../../scripts/local-stack/processes';
import { inProcess } from './in-process';
import { listPositions } from './list-positions';
import { loadMarkets } from './load-markets';
import { residentMegabytes } from './memory';
import { report } from './report';
import type { Row } from './report';
import { storm } from './storm';

interface PaperOptions {
  /** How many orders each storm sends. */
  readonly orders: number;
  readonly json: boolean;
}

const CONNECTIONS = [1, 32, 256];
const SYMBOLS = 650;
const POSITIONS = 10_000;

/** The paper exchange as a venue for load: its own process, real HTTP, signed orders. */
export async function paper({ orders, json }: PaperOptions): Promise<void> {
  const rows: Row[] = [inProcess(orders)];
  const exchange = await startPaper();
  try {
    rows.push(...(await storms(exchange, orders)));
    rows.push(await loadMarkets(exchange.url, SYMBOLS));
    rows.push(await listPositions(exchange.url, POSITIONS));
  } finally {
    await exchange.stop();
  }
  console.log(report(rows, json));
}

/** Each storm in a fresh world, but for memory: that is read after all of them. */
async function storms(exchange: PaperProcess, orders: number): Promise<Row[]> {
  const before = residentMegabytes(exchange.pid);
  const rows: Row[] = [];
  for (const connections of CONNECTIONS) {
    await paperAdmin(exchange.url).reset({ limits: 'off', balance: '1000000000' });
    rows.push(await storm(exchange.url, orders, connections));
  }
  const after = residentMegabytes(exchange.pid);
  rows.push({ what: `memory after ${orders * CONNECTIONS.length} orders`, rss: `${before} → ${after} MB` });
  return rows;
}
