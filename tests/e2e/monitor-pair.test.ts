/** Two exit monitors of one account, in two processes that know nothing of each other. */
import { rehearseMonitor } from '../support/monitor-rehearsal';
import type { Monitor, MonitorRehearsal } from '../support/monitor-rehearsal';
import { until } from '../support/rehearsal';

const SYMBOLS = ['BTCUSDT', 'ETHUSDT', 'SOLUSDT', 'LINKUSDT', 'ADAUSDT'];

let on: MonitorRehearsal;
let monitors: Monitor[];
rehearseMonitor(async (rehearsal) => {
  on = rehearsal;
  await on.paper.putPositions(SYMBOLS.map((symbol) => ({ symbol, side: 'LONG', quantity: '2' })));
  monitors = await Promise.all([on.startMonitor(), on.startMonitor()]);
});

it('start one close between them for each position that must go', async () => {
  const seen = await Promise.all(SYMBOLS.map((symbol) => monitors[0]!.sees(symbol)));
  await Promise.all(SYMBOLS.map((symbol) => monitors[1]!.sees(symbol)));
  const fallen = seen.map(({ marketId, entryPrice }) => [marketId, (Number(entryPrice) * 0.98).toPrecision(5)]);
  await on.paper.setPrices(Object.fromEntries(fallen) as Record<string, string>);
  await until('all are gone for both', async () => {
    const watched = await Promise.all(monitors.map(async (monitor) => (await monitor.health()).positionsWatched));
    return watched.every((count) => count === 0);
  });
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const executed = (await on.paper.executions()).map(({ symbol, quantity }) => `${symbol} ${quantity}`);
  expect(executed.sort()).toEqual(SYMBOLS.map((symbol) => `${symbol} 2`).sort());
  for (const symbol of SYMBOLS)
    expect(await on.runsOf(`close:main:${symbol}:long`)).toMatchObject([{ status: 'COMPLETED' }]);
  const started = await Promise.all(monitors.map(async (monitor) => (await monitor.health()).triggers.started));
  expect(started.reduce((sum, count) => sum + count)).toBe(SYMBOLS.length);
});
