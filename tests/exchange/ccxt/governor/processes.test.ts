import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPaperExchange } from '../../../../src/paper';
import type { PaperExchange } from '../../../../src/paper';

jest.setTimeout(180_000);

const PROGRAM = join(__dirname, '../../support/closing-process.ts');
const POSITIONS = 700;
const TEN_SECONDS = 10_000;

interface Row {
  kind: string;
  at: number;
  path: string;
  method: string;
  executed: boolean;
  code?: number;
  params: Record<string, string>;
  symbol?: string;
}

let paper: PaperExchange;
beforeAll(async () => (paper = await startPaperExchange({ port: 0, symbols: POSITIONS })));
afterAll(() => paper.stop());

const admin = async (path: string, body?: object): Promise<unknown> => {
  const post = { method: 'POST', body: JSON.stringify(body) };
  return (await fetch(paper.url + path, body === undefined ? {} : post)).json();
};

async function listMarkets(): Promise<string[]> {
  const { symbols } = (await admin('/fapi/v1/exchangeInfo')) as { symbols: { symbol: string }[] };
  return symbols.map(({ symbol }) => symbol).slice(0, POSITIONS);
}

const closeInAProcess = (markets: readonly string[]): Promise<unknown> =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', PROGRAM, paper.url, markets.join(',')]);

/** How many of these fall into each of the venue's ten-second windows. */
const perWindow = (rows: readonly Row[]): number[] => {
  const counts = new Map<number, number>();
  for (const { at } of rows) {
    const window = Math.floor(at / TEN_SECONDS);
    counts.set(window, (counts.get(window) ?? 0) + 1);
  }
  return [...counts.values()];
};

test('two processes close 700 positions of one account, each once, with at most one refusal in a window', async () => {
  const markets = await listMarkets();
  await admin(
    '/paper/positions',
    markets.map((symbol) => ({ symbol, side: 'LONG', quantity: '100' })),
  );
  const halves = [markets.filter((_, index) => index % 2 === 0), markets.filter((_, index) => index % 2 === 1)];
  await Promise.all(halves.map(closeInAProcess));

  const orders = ((await admin('/paper/audit?kind=request')) as Row[]).filter(
    ({ path, method }) => path === '/fapi/v1/order' && method === 'POST',
  );
  const executed = orders.filter((order) => order.executed).map(({ params }) => params['symbol']);
  expect(executed).toHaveLength(POSITIONS);
  expect(new Set(executed).size).toBe(POSITIONS);
  expect(Math.max(0, ...perWindow(orders.filter(({ code }) => code === -1015)))).toBeLessThanOrEqual(1);
});
