/** A dead man's switch that flattens, judged by the venue's log. */
import { flatten } from '../../src/client/flatten';
import { flattenNow } from '../../src/client/flatten-now';
import { showFlatten } from '../../src/client/show-flatten';
import type { DeadManMode } from '../../src/domain/dead-man/dead-man';
import { rehearseDeadMan } from '../support/dead-man-rehearsal';
import type { DeadManRehearsal } from '../support/dead-man-rehearsal';
import type { MonitorRehearsal } from '../support/monitor-rehearsal';
import { until } from '../support/rehearsal';

let on: MonitorRehearsal;
let rehearse: (account: string, mode: DeadManMode) => Promise<DeadManRehearsal>;
rehearseDeadMan((start, rehearsal) => {
  on = rehearsal;
  rehearse = start;
});

const LEGS = [
  { symbol: 'BTCUSDT', side: 'LONG', quantity: '2' },
  { symbol: 'ETHUSDT', side: 'SHORT', quantity: '7' },
  { symbol: 'SOLUSDT', side: 'LONG', quantity: '30' },
] as const;

const isFlat = async () => ((await on.paper.state()) as { positions: unknown[] }).positions.length === 0;
/** What the venue executed: exactly what was held, and nothing grew. */
const executed = async () =>
  (await on.paper.executions())
    .map(({ symbol, side, quantity, positionAfter }) => [symbol, side, quantity, Number(positionAfter)])
    .sort();
const EXACTLY_ALL = [
  ['BTCUSDT', 'SELL', '2', 0],
  ['ETHUSDT', 'BUY', '7', 0],
  ['SOLUSDT', 'SELL', '30', 0],
];

beforeEach(async () => {
  await on.paper.reset();
  await on.paper.putPositions(LEGS);
});

it('a killed monitor: everything goes, exactly once, and an operator is called', async () => {
  const there = await rehearse('dead', 'flatten');
  const monitor = await there.startMonitor();
  await there.reaches('watching');
  expect(await on.paper.executions()).toEqual([]);
  await monitor.kill();
  await until('the venue is flat', isFlat, 40_000);
  expect(await executed()).toEqual(EXACTLY_ALL);
  await until('somebody is told', () => Promise.resolve(there.told().length > 0));
  expect(there.webhook.received).toMatchObject([{ kind: 'DEAD MAN FLATTENING', severity: 'error' }]);
  const [asked] = (await showFlatten(on.client, 'dead'))?.status?.asked ?? [];
  expect(asked).toMatchObject({ reason: 'DEAD_MAN', source: 'dead-man', scope: { symbols: null, side: null } });
  expect(asked?.note).toMatch(/no monitor of dead is heard since .* watching 3 positions\); armed by monitor/);
});

it('it joins a flatten that runs, and a monitor that is back does not stop it', async () => {
  const there = await rehearse('joins', 'flatten');
  await on.refuseOrders('ETHUSDT');
  const scope = { symbols: ['ETH/USDT:USDT'], side: null } as const;
  const by = { operator: 'alice', note: 'only this one' };
  await flatten(on.client, flattenNow({ account: 'joins', scope: { ...scope, symbols: [...scope.symbols] }, ...by }));
  let beats = true;
  there.heart(() => beats).start();
  await there.reaches('watching');
  beats = false;
  await there.reaches('flattening');
  const asked = await until('it has joined', async () => {
    const status = (await showFlatten(on.client, 'joins'))?.status;
    return status?.asked.length === 2 ? status.asked : null;
  });
  expect(asked.map(({ source }) => source)).toEqual(['operator:alice', 'dead-man']);
  beats = true;
  await there.reaches('watching');
  await until('its return is told', () => Promise.resolve(there.told().includes('DEAD MAN RECOVERED')));
  expect(String(there.webhook.received.at(-1)?.['message'])).toMatch(/goes on until the account is flat/);
  await on.paper.mend();
  await until('the venue is flat', isFlat, 40_000);
  expect(await executed()).toEqual(EXACTLY_ALL);
});

it('a clean stop flattens nothing', async () => {
  const there = await rehearse('clean', 'flatten');
  const monitor = await there.startMonitor();
  await there.reaches('watching');
  await monitor.stop();
  await there.reaches('left');
  await new Promise((resolve) => setTimeout(resolve, 8_000));
  expect(await on.paper.executions()).toEqual([]);
  expect(await showFlatten(on.client, 'clean')).toBeNull();
});
