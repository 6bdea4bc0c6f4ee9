/** One exit monitor over its working day, judged by the venue's log. */
import { releaseClose } from '../../src/client/release-close';
import type { PaperPosition } from '../../scripts/local-stack/paper-admin';
import { proofChain } from '../../src/proof/proof-chain';
import type { FlattenView } from '../../src/monitor/flatten-view';
import type { PositionView } from '../../src/monitor/views';
import { rehearseMonitor, TOKEN } from '../support/monitor-rehearsal';
import type { Monitor, MonitorRehearsal } from '../support/monitor-rehearsal';
import { until } from '../support/rehearsal';

let on: MonitorRehearsal;
let monitor: Monitor;
rehearseMonitor(async (rehearsal) => {
  on = rehearsal;
  await on.paper.putPositions(HELD.map(toPosition));
  monitor = await on.startMonitor();
});

const HELD = ['BTCUSDT', 'SOLUSDT', 'XRPUSDT', 'LINKUSDT', 'ADAUSDT', 'DOTUSDT', 'LTCUSDT', 'UNIUSDT', 'ATOMUSDT'];
const toPosition = (symbol: string): PaperPosition => ({ symbol, side: 'LONG', quantity: '2' });

const KEY = { 'x-exit-token': TOKEN };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Moves a mark price so many percent from where the position was entered. */
async function move(marketId: string, percent: number): Promise<PositionView> {
  const seen = await monitor.sees(marketId);
  const price = (Number(seen.entryPrice) * (1 + percent / 100)).toPrecision(5);
  await on.paper.setPrices({ [marketId]: price });
  return seen;
}

const executed = async (symbol: string) =>
  (await on.paper.executions(symbol)).map(({ quantity, reduceOnly }) => ({ quantity, reduceOnly }));

const goes = (symbol: string, times = 1) =>
  until(`${symbol} is closed`, async () => (await on.paper.executions(symbol)).length >= times);

const finished = (workflowId: string) =>
  until(`${workflowId} has finished`, async () =>
    (await on.runsOf(workflowId)).every(({ status }) => status !== 'RUNNING'),
  );

describe('a price that crosses a rule', () => {
  it.each([
    ['a stop-loss', 'BTCUSDT', 'LONG', -2, 'STOP_LOSS', 'stopLoss', '-1.5 %'],
    ['a take-profit', 'ETHUSDT', 'SHORT', -3, 'TAKE_PROFIT', 'takeProfit', '2.5 %'],
  ] as const)('%s closes that position, once', async (_name, symbol, side, percent, reason, rule, threshold) => {
    if (side === 'SHORT') await on.paper.putPositions([{ symbol, side, quantity: '2' }]);
    const seen = await move(symbol, percent);
    await goes(symbol);
    const workflowId = `close:main:${symbol}:${side.toLowerCase()}`;
    await finished(workflowId);
    await until('the monitor has seen it go', async () => (await monitor.position(symbol)) === undefined);

    const history = await on.historyOf(workflowId);
    const [started] = history;
    expect(started).toMatchObject({
      kind: 'started',
      input: {
        ...{ reason, source: 'exit-monitor', quantity: 'all', reduceOnly: true },
        observed: {
          rule,
          threshold,
          entryPrice: seen.entryPrice,
          quantity: '2',
          markPrice: expect.any(String) as string,
        },
      },
    });
    const { markPrice } = (started as unknown as { input: { observed: { markPrice: string } } }).input.observed;
    expect(Number(markPrice) / Number(seen.entryPrice)).toBeCloseTo(1 + percent / 100, 3);
    expect(proofChain(history).map(({ marker }) => marker)).toEqual([
      'EXIT_PUBLISH',
      'MARGIN CHECK SKIPPED',
      'CLOSE_EXECUTED',
      'TERMINAL STATE: FILLED',
    ]);
    expect(await executed(symbol)).toEqual([{ quantity: '2', reduceOnly: true }]);
    expect(await on.runsOf(workflowId)).toHaveLength(1);
  });

  it('leaves the others where they are', async () => {
    const closed = new Set((await on.paper.executions()).map(({ symbol }) => symbol));
    expect([...closed].sort()).toEqual(['BTCUSDT', 'ETHUSDT']);
    const { positions } = (await monitor.get('/positions')).body as { positions: PositionView[] };
    expect(positions.map(({ marketId }) => marketId).sort()).toEqual(HELD.filter((id) => id !== 'BTCUSDT').sort());
  });

  it('is heard by REST while the stream is silent', async () => {
    await on.admin('POST', 'stream-faults', { kind: 'drop', event: 'markPriceUpdate', times: 100_000 });
    await move('SOLUSDT', -2);
    await goes('SOLUSDT');
    const prices = (await monitor.health()).feeds.find(({ name }) => name === 'prices');
    expect(prices).toMatchObject({ state: 'fallback', reconnects: 0 });
    await on.admin('DELETE', 'stream-faults');
    expect(await executed('SOLUSDT')).toEqual([{ quantity: '2', reduceOnly: true }]);
  });

  it('and counts every close in the metrics, also one that was over within a look', async () => {
    const counted = /closeproof_closes_finished_total\{[^}]*outcome="closed"[^}]*\} (\d+)/g;
    const total = async () => {
      const text = await (await fetch(`${monitor.url}/metrics`)).text();
      return [...text.matchAll(counted)].reduce((sum, [, count]) => sum + Number(count), 0);
    };
    await until('three are counted', async () => (await total()) === 3);
    await pause(1_200);
    expect(await total()).toBe(3);
  });
});

describe('the rule file, at SIGHUP', () => {
  const stopLevel = async (marketId: string) =>
    (await monitor.position(marketId))?.rules.find(({ rule }) => rule === 'stopLoss')?.level;
  const stopAt = (percent: number) => ({ symbols: { LINKUSDT: { stopLoss: { percent } } } });

  it('is taken whole: what it forbids does not go, what it allows goes', async () => {
    const { entryPrice } = await monitor.sees('LINKUSDT');
    const levelAt = (percent: number) => Number(entryPrice) * (1 - percent / 100);
    monitor.giveRules(stopAt(10));
    await until('the new rules hold', async () => near(await stopLevel('LINKUSDT'), levelAt(10)));
    await move('LINKUSDT', -4);
    await until('the fall is seen', async () =>
      near(Number((await monitor.position('LINKUSDT'))?.markPrice), levelAt(4)),
    );
    await pause(1_500);
    expect(await executed('LINKUSDT')).toEqual([]);
  });

  it.each([
    [
      'faults',
      'defaults: { stopLos: { percent: 2 }, takeProfit: { percent: 0.025 } }',
      [/stopLos/, /takeProfit\.percent/],
    ],
    ['text that is no YAML', 'defaults: [', [/line 1, column/]],
  ])('with %s is refused with every one of them, and the old rules stay', async (_name, text, sentences) => {
    const level = await stopLevel('LINKUSDT');
    const { loadedAt } = (await monitor.health()).rules;
    monitor.giveRules(text);
    const { rules, status } = await until('it is refused', async () => {
      const health = await monitor.health();
      return sentences.every((sentence) => sentence.test(health.rules.lastRefusal ?? '')) && health;
    });
    expect(rules.loadedAt).toBe(loadedAt);
    expect(status).toBe('degraded');
    expect(await stopLevel('LINKUSDT')).toBe(level);
    expect(await executed('LINKUSDT')).toEqual([]);
  });

  it('that cannot even be read does not end the monitor', async () => {
    monitor.giveRules('defaults: *nobody');
    await until('it is refused', () =>
      Promise.resolve(monitor.lines.some((line) => line.includes('Unresolved alias'))),
    );
    expect((await monitor.position('LINKUSDT'))?.side).toBe('long');
  });

  it('that is good again is taken, and what it says goes at once', async () => {
    monitor.giveRules(stopAt(3));
    await goes('LINKUSDT');
    await until('nothing is refused', async () => (await monitor.health()).rules.lastRefusal === null);
    expect(await executed('LINKUSDT')).toEqual([{ quantity: '2', reduceOnly: true }]);
  });
});

const near = (value: number | null | undefined, wanted: number): boolean =>
  typeof value === 'number' && Math.abs(value / wanted - 1) < 1e-3;

describe('an operator over HTTP', () => {
  it('gets a receipt, and the position is flat at the venue', async () => {
    const { status, body } = await monitor.post('/manual-close/ADAUSDT?force=true&reason=maintenance', {
      ...KEY,
      'x-operator': 'alice',
    });
    expect(status).toBe(202);
    expect(body).toMatchObject({ kind: 'started', workflowId: 'close:main:ADAUSDT:long', operator: 'alice' });
    expect(body['uiLink']).toContain(`close%3Amain%3AADAUSDT%3Along/${String(body['runId'])}`);
    await finished('close:main:ADAUSDT:long');
    expect(await executed('ADAUSDT')).toEqual([{ quantity: '2', reduceOnly: true }]);
    const detail = await monitor.get(String(body['follow']));
    expect(detail.body).toMatchObject({
      ...{ outcome: 'closed', runId: body['runId'] },
      asked: [{ source: 'operator:alice', reason: 'MANUAL', note: 'maintenance' }],
    });
  });

  it('finds the proof of a close that has finished at its link, and no proof of what is none', async () => {
    const { body } = await monitor.get('/closes/close:main:ADAUSDT:long');
    const page = await fetch(`${monitor.url}${String(body['proofLink'])}`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('6 of 6 checks pass');
    for (const path of ['/closes/close:main:BNBUSDT:long/proof', '/closes/close:main:ADAUSDT:long/proof?runId=x'])
      expect((await monitor.get(path)).status).toBe(404);
  });

  it.each([
    ['a wrong token', 'XRPUSDT', { 'x-exit-token': `${TOKEN}x` }, 401, 'token-wrong'],
    ['a symbol the venue does not list', 'NOSUCHUSDT', KEY, 404, 'unknown-symbol'],
    ['a position that is not there', 'BNBUSDT', KEY, 404, 'no-position'],
    ['a side that is not there', 'XRPUSDT?side=short', KEY, 404, 'no-position'],
  ])('with %s is refused, and nothing is sent', async (_name, target, headers, status, problem) => {
    const path = `/manual-close/${target}${target.includes('?') ? '&' : '?'}force=true`;
    const answer = await monitor.post(path, headers);
    expect([answer.status, answer.body['type']]).toEqual([status, `/problems/${problem}`]);
    expect(await executed('XRPUSDT')).toEqual([]);
  });

  it('who sends the same key twice has closed once, also when the position is there again', async () => {
    const headers = { ...KEY, 'idempotency-key': 'once-1' };
    const send = () => monitor.post('/manual-close/DOTUSDT?force=true', headers);
    const [one, other] = await Promise.all([send(), send()]);
    await finished('close:main:DOTUSDT:long');
    await on.paper.putPositions([toPosition('DOTUSDT')]);
    await monitor.sees('DOTUSDT');
    const late = await send();
    expect(new Set([one, other, late].map(({ status, body }) => `${status} ${String(body['runId'])}`)).size).toBe(1);
    await pause(500);
    expect(await executed('DOTUSDT')).toHaveLength(1);
  });
});

describe('a close that an operator has taken over', () => {
  it('is left to the operator, and the monitor says so', async () => {
    await on.refuseOrders('UNIUSDT');
    await move('UNIUSDT', -2);
    const target = { account: 'main', symbol: 'UNI/USDT:USDT', side: 'long' } as const;
    await until('it is held', async () => (await monitor.position('UNIUSDT'))?.close?.state === 'held');
    expect(await releaseClose(on.client, target, { operator: 'alice', reason: 'by hand' })).toBe(true);
    await finished('close:main:UNIUSDT:long');
    await on.paper.mend();
    await until('the monitor says so', async () => standsBack(await monitor.position('UNIUSDT')));
    await pause(2_500);
    expect(await executed('UNIUSDT')).toEqual([]);
    expect(await on.runsOf('close:main:UNIUSDT:long')).toHaveLength(1);
  });

  it('also after the monitor was started anew', async () => {
    await monitor.kill();
    monitor = await on.startMonitor({ EXIT_MONITOR_STATE_DIR: monitor.folder });
    await until('the monitor says so', async () => standsBack(await monitor.position('UNIUSDT')));
    await pause(1_500);
    expect(await executed('UNIUSDT')).toEqual([]);
    expect(await on.runsOf('close:main:UNIUSDT:long')).toHaveLength(1);
  });

  it('and may be closed by hand all the same', async () => {
    expect((await monitor.post('/manual-close/UNIUSDT?force=true')).status).toBe(202);
    await goes('UNIUSDT');
    expect(await executed('UNIUSDT')).toEqual([{ quantity: '2', reduceOnly: true }]);
  });

  const standsBack = (position: PositionView | undefined): boolean =>
    position?.warnings.some((warning) => warning.startsWith('the monitor stands back: ')) ?? false;
});

describe('in hedge mode', () => {
  const openLegs = async () => ((await on.paper.state()) as { positions: object[] }).positions;

  it('a manual close names its side where both are open, and closes only that one', async () => {
    await on.paper.reset({ mode: 'hedge' });
    await on.paper.putPositions(
      [
        ['BTCUSDT', 'LONG'],
        ['BTCUSDT', 'SHORT'],
        ['ETHUSDT', 'SHORT'],
        ['SOLUSDT', 'LONG'],
      ].map(([symbol = '', side]) => ({ symbol, side: side as 'LONG', quantity: '3' })),
    );
    await until('both sides are seen', async () => {
      const { positions } = (await monitor.get('/positions')).body as { positions: PositionView[] };
      return positions.filter(({ marketId }) => marketId === 'BTCUSDT').length === 2;
    });
    const ambiguous = await monitor.post('/manual-close/BTCUSDT?force=true');
    expect([ambiguous.status, ambiguous.body['type']]).toEqual([409, '/problems/ambiguous-side']);
    expect(await on.paper.executions()).toEqual([]);
    const { body } = await monitor.post('/manual-close/BTCUSDT?force=true&side=short');
    expect(body).toMatchObject({ workflowId: 'close:main:BTCUSDT:short', side: 'short' });
    await finished('close:main:BTCUSDT:short');
    expect(await on.paper.executions()).toMatchObject([{ symbol: 'BTCUSDT', side: 'BUY', positionSide: 'SHORT' }]);
  });

  it('flatten closes every position, each once', async () => {
    await until('what is flat is gone', async () => (await monitor.health()).positionsWatched === 3);
    expect((await monitor.post('/flatten?reason=drill')).status).toBe(422);
    const before = await on.paper.latestSequence();
    const plan = await monitor.post('/flatten?dryRun=true&reason=drill');
    expect(plan).toMatchObject({ status: 200, body: { dryRun: true, cancels: [], closes: [{}, {}, {}] } });
    expect(await on.paper.ordersSince(before)).toEqual([]);
    const { status, body } = await monitor.post('/flatten?confirm=main&reason=drill');
    expect(status).toBe(202);
    expect(body).toMatchObject({ kind: 'started', workflowId: 'flatten:main', follow: '/flatten' });
    await until('the flatten has ended', async () => {
      const { flatten } = (await monitor.get('/flatten')).body as { flatten: FlattenView };
      return flatten.outcome === 'flat' && flatten.counts.flat === 3;
    });
    expect(await openLegs()).toEqual([]);
    const closed = (await on.paper.executions()).map(({ symbol, positionSide }) => `${symbol} ${positionSide}`);
    expect(closed.sort()).toEqual(['BTCUSDT LONG', 'BTCUSDT SHORT', 'ETHUSDT SHORT', 'SOLUSDT LONG']);
  });
});
