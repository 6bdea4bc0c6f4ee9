/** An exit monitor while Temporal, or the monitor itself, is away: nothing is lost, and nothing goes that need not. */
import { startWorker } from '../../scripts/local-stack/processes';
import { rehearseMonitor } from '../support/monitor-rehearsal';
import type { Monitor, MonitorRehearsal } from '../support/monitor-rehearsal';
import { until } from '../support/rehearsal';

let on: MonitorRehearsal;
let monitor: Monitor;
rehearseMonitor(async (rehearsal) => {
  on = rehearsal;
  const symbols = ['BTCUSDT', 'ETHUSDT', 'SOLUSDT', 'AVAXUSDT'];
  await on.paper.putPositions(symbols.map((symbol) => ({ symbol, side: 'LONG', quantity: '2' })));
  monitor = await on.startMonitor();
});

const quantities = async (symbol: string) => (await on.paper.executions(symbol)).map(({ quantity }) => quantity);
const goes = (symbol: string, withinMs?: number) =>
  until(`${symbol} is closed`, async () => (await on.paper.executions(symbol)).length > 0, withinMs);
const ended = async (workflowId: string) => {
  const runs = await on.runsOf(workflowId);
  return runs.length > 0 && runs.every(({ status }) => status !== 'RUNNING');
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function move(symbol: string, percent: number): Promise<void> {
  const { entryPrice } = await monitor.sees(symbol);
  await on.paper.setPrices({ [symbol]: (Number(entryPrice) * (1 + percent / 100)).toPrecision(5) });
}

const waiting = (count: number) =>
  until(`${count} wait`, async () => (await monitor.health()).triggers.waiting === count);

it('what crosses while Temporal is away waits in sight, and goes once it is back; what recovers meanwhile stays', async () => {
  for (const symbol of ['BTCUSDT', 'ETHUSDT']) await monitor.sees(symbol);
  await on.temporal.kill();
  await until('it is missed', async () => !(await monitor.health()).temporal.reachable);
  await move('BTCUSDT', -2);
  await waiting(1);
  await move('ETHUSDT', -2);
  await waiting(2);
  expect((await monitor.position('BTCUSDT'))?.warnings.join()).toMatch(/should go, and waits for Temporal/);
  expect((await monitor.get('/ready')).status).toBe(503);
  await move('ETHUSDT', 0);
  await waiting(1);
  expect(await on.paper.executions()).toEqual([]);

  await on.temporal.restart();
  await goes('BTCUSDT', 5_000);
  await until('it has finished', () => ended('close:main:BTCUSDT:long'));
  expect(await quantities('BTCUSDT')).toEqual(['2']);
  expect(await on.runsOf('close:main:BTCUSDT:long')).toHaveLength(1);
  expect(await quantities('ETHUSDT')).toEqual([]);
  expect(await on.runsOf('close:main:ETHUSDT:long')).toEqual([]);
  expect((await monitor.health()).triggers.waiting).toBe(0);
});

it('a close that a killed monitor has begun ends flat by another worker, with one order', async () => {
  await on.paper.breakNext({
    ...{ route: 'POST /fapi/v1/order', when: 'after', kind: 'delay', ms: 1_500 },
    match: { symbol: 'SOLUSDT' },
  });
  await move('SOLUSDT', -2);
  await goes('SOLUSDT');
  await monitor.kill();
  const worker = await startWorker(on.environment);
  try {
    await until('it has finished', () => ended('close:main:SOLUSDT:long'));
    expect(await quantities('SOLUSDT')).toEqual(['2']);
    expect((await on.historyOf('close:main:SOLUSDT:long')).at(-1)).toMatchObject({ result: { outcome: 'closed' } });
  } finally {
    await worker.stop();
  }
});

it('a trailing stop fires from the best price that the killed monitor saw', async () => {
  monitor = await on.startMonitor({ EXIT_MONITOR_STATE_DIR: monitor.folder });
  monitor.giveRules({ symbols: { AVAXUSDT: { takeProfit: 'off' } } });
  await until('the rules are taken', () =>
    Promise.resolve(monitor.lines.some((line) => line.includes('RULES RELOADED'))),
  );
  const { entryPrice } = await monitor.sees('AVAXUSDT');
  await move('AVAXUSDT', 5);
  const best = await until('the best price is seen', async () => {
    const seen = (await monitor.position('AVAXUSDT'))?.bestPrice ?? 0;
    return seen > Number(entryPrice) * 1.04 && seen;
  });
  await pause(1_500);
  await monitor.kill();
  await on.paper.setPrices({ AVAXUSDT: (Number(entryPrice) * 1.03).toPrecision(5) });
  monitor = await on.startMonitor({ EXIT_MONITOR_STATE_DIR: monitor.folder });
  await goes('AVAXUSDT');
  const [started] = await on.historyOf('close:main:AVAXUSDT:long');
  expect(started).toMatchObject({
    input: { reason: 'TRAILING_STOP', observed: { rule: 'trailingStop', highWaterMark: String(best) } },
  });
  expect(await quantities('AVAXUSDT')).toEqual(['2']);
});

it.each([
  ['answers', () => Promise.resolve()],
  ['is away', () => on.temporal.kill()],
])('asked to end while Temporal %s, it ends by itself in good order', async (_name, prepare) => {
  const other = await on.startMonitor();
  await until('it is connected', async () => (await other.health()).temporal.reachable);
  await prepare();
  process.kill(other.pid, 'SIGTERM');
  const how = await Promise.race([other.ended, pause(25_000).then(() => 'it runs on')]);
  expect(how).toBe('exit code 0');
});
