import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloseOutcome, CloseResult, OrderLine } from '../../../src/domain/close-result';
import { createMetrics } from '../../../src/monitor/metrics/create-metrics';
import type { Metrics } from '../../../src/monitor/metrics/create-metrics';
import { METRICS } from '../../../src/monitor/metrics/metric-table';
import type { FeedStatus } from '../../../src/monitor/feeds/feed';
import type { HealthView } from '../../../src/monitor/views';

let nowMs = 1_000_000;
const here = { account: 'main', venue: 'paper', version: '0.1.0', now: () => nowMs };

let metrics: Metrics;
beforeEach(() => void ((nowMs = 1_000_000), (metrics = createMetrics(here))));

/** The value on the line that shows this metric with all of these labels; undefined where there is none. */
async function shown(name: string, labels: Record<string, string> = {}): Promise<number | undefined> {
  const { body } = await metrics.text();
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  const line = body
    .split('\n')
    .find((one) => one.startsWith(`${name}{`) && wanted.every((label) => one.includes(label)));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

const anOrderLine = (submission: OrderLine['submission']): OrderLine => ({
  round: 1,
  clientOrderId: 'cp0001',
  quantity: '1',
  submission,
});

const aResult = (outcome: CloseOutcome = 'closed', orders: OrderLine[] = [anOrderLine('accepted')]) => ({
  outcome,
  orders,
  asked: [{ decisionId: 'd', source: 'exit-monitor', reason: 'STOP_LOSS', traceId: 't' }] as CloseResult['asked'],
});

const TIMES = { decidedAtMs: 1_000, orderAcceptedAtMs: 1_040, flatAtMs: 3_040 };

describe('a finished close', () => {
  it('counts once, by outcome and by the reason of whoever asked first', async () => {
    metrics.closeFinished({ result: aResult('residual'), ...TIMES });
    expect(await shown('closeproof_closes_finished_total', { outcome: 'residual', reason: 'STOP_LOSS' })).toBe(1);
    expect(await shown('closeproof_closes_finished_total', { outcome: 'closed', reason: 'STOP_LOSS' })).toBe(0);
  });

  it('is timed from decision to order, from order to flat, and in all', async () => {
    metrics.closeFinished({ result: aResult(), ...TIMES });
    expect(await shown('closeproof_decision_to_order_seconds_sum')).toBeCloseTo(0.04);
    expect(await shown('closeproof_order_to_flat_seconds_sum')).toBeCloseTo(2);
    expect(await shown('closeproof_decision_to_flat_seconds_sum')).toBeCloseTo(2.04);
    expect(await shown('closeproof_decision_to_order_seconds_bucket', { le: '0.05' })).toBe(1);
    expect(await shown('closeproof_decision_to_order_seconds_bucket', { le: '0.025' })).toBe(0);
  });

  it('of which nothing is known has no times, rather than times of 0', async () => {
    metrics.closeFinished({ result: aResult(), decidedAtMs: 1_000, orderAcceptedAtMs: null, flatAtMs: null });
    expect(await shown('closeproof_decision_to_order_seconds_count')).toBeUndefined();
    expect(await shown('closeproof_order_to_flat_seconds_count')).toBeUndefined();
  });

  it('that was decided by a clock ahead of Temporal’s took no time, and no sum falls', async () => {
    metrics.closeFinished({ result: aResult(), decidedAtMs: 2_000, orderAcceptedAtMs: 1_500, flatAtMs: null });
    expect(await shown('closeproof_decision_to_order_seconds_sum')).toBe(0);
    expect(await shown('closeproof_decision_to_order_seconds_count')).toBe(1);
  });

  it('without a decision that can be read has no reason, and makes no new label', async () => {
    const asked = [{ decisionId: 'd', source: 's', reason: 'whatever' as 'MANUAL', traceId: 't' }];
    metrics.closeFinished({ result: { ...aResult('refused', []), asked: [] }, ...TIMES });
    metrics.closeFinished({ result: { ...aResult('refused', []), asked }, ...TIMES });
    expect(await shown('closeproof_closes_finished_total', { outcome: 'refused', reason: 'none' })).toBe(2);
    expect((await metrics.text()).body).not.toContain('whatever');
  });

  it('shows what became of each order it sent', async () => {
    const orders = [anOrderLine('unknown'), anOrderLine('rejected'), anOrderLine('accepted')];
    metrics.closeFinished({ result: aResult('closed', orders), ...TIMES });
    const bySubmission = ['accepted', 'rejected', 'notSent', 'unknown'].map((submission) =>
      shown('closeproof_orders_total', { submission }),
    );
    expect(await Promise.all(bySubmission)).toEqual([1, 1, 0, 1]);
  });

  it('was naked for as long as it says; one that never had a stop does not count, and neither does an old history', async () => {
    metrics.closeFinished({ result: { ...aResult(), nakedMs: 1_500 }, ...TIMES });
    metrics.closeFinished({ result: { ...aResult(), nakedMs: null }, ...TIMES });
    metrics.closeFinished({ result: aResult(), ...TIMES });
    expect(await shown('closeproof_naked_seconds_sum')).toBe(1.5);
    expect(await shown('closeproof_naked_seconds_count')).toBe(1);
  });
});

describe('what nobody has told', () => {
  it.each(['closeproof_closes_held', 'closeproof_venue_weight_used', 'closeproof_temporal_reachable'])(
    '%s is absent, not 0',
    async (name) => expect(await shown(name)).toBeUndefined(),
  );

  it('becomes absent again when it is no longer known', async () => {
    metrics.held(2);
    expect(await shown('closeproof_closes_held')).toBe(2);
    metrics.held(null);
    expect(await shown('closeproof_closes_held')).toBeUndefined();
  });

  it('of the venue’s limits stays as it was, where only the others are told', async () => {
    metrics.venueUsage({ weight1m: 480, weightLimit1m: 2400, orders10s: 3, ordersLimit10s: 300 });
    metrics.venueUsage({ weight1m: null });
    expect(await shown('closeproof_venue_weight_used')).toBeUndefined();
    expect(await shown('closeproof_venue_weight_limit')).toBe(2400);
    expect(await shown('closeproof_venue_orders_used', { window: '10s' })).toBe(3);
    expect(await shown('closeproof_venue_orders_used', { window: '1m' })).toBeUndefined();
  });
});

const aFeed = (changes: Partial<FeedStatus>): FeedStatus => ({
  name: 'prices',
  state: 'live',
  lastAtMs: nowMs,
  reconnects: 0,
  ...changes,
});

describe('a feed', () => {
  it('ages between two tellings, so that a monitor that stands still does not look fresh', async () => {
    metrics.feedAges([aFeed({})]);
    nowMs += 7_500;
    expect(await shown('closeproof_feed_age_seconds', { feed: 'prices' })).toBe(7.5);
  });

  it('that never brought anything has no age', async () => {
    metrics.feedAges([aFeed({ state: 'starting', lastAtMs: null })]);
    expect(await shown('closeproof_feed_age_seconds', { feed: 'prices' })).toBeUndefined();
    expect(await shown('closeproof_feed_state', { feed: 'prices', state: 'starting' })).toBe(1);
  });

  it('is in one state at a time', async () => {
    metrics.feedAges([aFeed({})]);
    metrics.feedAges([aFeed({ state: 'stale' })]);
    expect(await shown('closeproof_feed_state', { feed: 'prices', state: 'stale' })).toBe(1);
    expect(await shown('closeproof_feed_state', { feed: 'prices', state: 'live' })).toBe(0);
  });

  it('counts each new connection once, also after it was made anew and counts from 0', async () => {
    for (const reconnects of [2, 2, 3, 1]) metrics.feedAges([aFeed({ reconnects })]);
    expect(await shown('closeproof_feed_reconnects_total', { feed: 'prices' })).toBe(4);
  });
});

it('the health answer tells everything that it knows at once', async () => {
  metrics.health(aHealth());
  expect(await shown('closeproof_monitor_status', { status: 'degraded' })).toBe(1);
  expect(await shown('closeproof_monitor_status', { status: 'blind' })).toBe(0);
  expect(await shown('closeproof_positions_watched')).toBe(45);
  expect(await shown('closeproof_triggers_waiting')).toBe(2);
  expect(await shown('closeproof_trigger_oldest_waiting_seconds')).toBe(4);
  expect(await shown('closeproof_temporal_reachable')).toBe(0);
  expect(await shown('closeproof_venue_reachable')).toBe(1);
  expect(await shown('closeproof_dead_man_silence_ratio')).toBeCloseTo(4 / 60);
  expect(await shown('closeproof_venue_weight_used')).toBe(120);
  expect(await shown('closeproof_feed_age_seconds', { feed: 'prices' })).toBe(0);
});

it('judgements, decisions and requests are counted as they happen', async () => {
  metrics.ruleEvaluated(270, 0.002);
  metrics.tickToDecision('stopLoss', 0.0015);
  metrics.triggered('joined');
  metrics.ghostFound();
  metrics.httpAnswered({ route: '/closes/:id', method: 'GET', status: 404, seconds: 0.01 });
  expect(await shown('closeproof_rule_evaluations_total')).toBe(270);
  expect(await shown('closeproof_rule_evaluation_seconds_total')).toBe(0.002);
  expect(await shown('closeproof_tick_to_decision_seconds_count', { rule: 'stopLoss' })).toBe(1);
  expect(await shown('closeproof_triggers_total', { result: 'joined' })).toBe(1);
  expect(await shown('closeproof_ghost_orders_total')).toBe(1);
  expect(await shown('closeproof_http_request_seconds_count', { route: '/closes/:id', status: '404' })).toBe(1);
});

describe('the text that Prometheus reads', () => {
  it('names its format, and the account on every line of ours', async () => {
    const { contentType, body } = await metrics.text();
    expect(contentType).toBe('text/plain; version=0.0.4; charset=utf-8');
    const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines.filter((line) => !/^closeproof_\w+\{.*account="main"/.test(line))).toEqual([]);
  });

  it('has a help text for every metric, and only names of the table and of the process', async () => {
    const { body } = await metrics.text();
    const helped = [...body.matchAll(/^# HELP (\w+) \S+/gm)].map(([, name = '']) => name);
    const ours = helped.filter((name) => !/^closeproof_(process|nodejs)_/.test(name));
    expect(ours.sort()).toEqual(Object.keys(METRICS).sort());
  });

  it('says that there is nothing of the Temporal SDK where no address is given', async () => {
    expect((await metrics.text()).body).toContain('# No metrics of the Temporal SDK: no address is configured.\n');
  });

  it('carries what the Temporal SDK serves', async () => {
    const body = await textBesides((_request, answer) => answer.end('temporal_worker_start_total 1\n'));
    expect(body).toMatch(/^temporal_worker_start_total 1$/m);
  });

  it.each<[string, RequestListener, RegExp]>([
    ['that refuses', (_request, answer) => answer.writeHead(503).end(), /answers 503\.$/],
    ['that says nothing', () => undefined, /does not answer: The operation was aborted due to timeout\.$/],
    ['that hangs up', (request) => request.socket.destroy(), /does not answer: other side closed\.$/],
  ])('loses nothing of ours to an SDK %s', async (_name, listener, comment) => {
    const body = await textBesides(listener);
    expect(body.split('\n').at(-2)).toMatch(comment);
    expect(body).toContain('closeproof_build_info{');
  });
});

/** The text of metrics that share their process with an SDK that answers like this. */
async function textBesides(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const besides = createMetrics({ ...here, temporalMetricsAddress: `127.0.0.1:${port}` });
  const { body } = await besides.text();
  server.closeAllConnections();
  server.close();
  return body;
}

function aHealth(): HealthView {
  return {
    status: 'degraded',
    account: 'main',
    venue: 'paper',
    version: '0.1.0',
    node: process.version,
    uptimeMs: 1,
    positionsWatched: 45,
    lastTickAgeMs: 1,
    temporal: { reachable: false, address: '127.0.0.1:7233' },
    exchange: { reachable: true, weightUsed1m: 120, weightLimit1m: 2400 },
    feeds: [{ ...aFeed({}), ageMs: 0 }],
    triggers: { started: 1, joined: 0, waiting: 2, oldestWaitingMs: 4_000 },
    rules: { loadedAt: '2026-01-22T10:15:00Z', file: null, lastRefusal: null },
    manualClose: { enabled: true },
    deadMan: {
      ...{ mode: 'alert', timeoutMs: 60_000, state: 'watching', says: '', lastBeatAt: '2026-01-22T09:00:00.000Z' },
      ...{ lastBeatAgeMs: 4_000, trouble: null, warning: null },
    },
    proofs: {
      ...{ count: 12, head: 'ab'.repeat(32), headAt: '2026-01-22T10:15:00Z' },
      ...{ behind: 3, nextDeletionAt: null, lastPassAt: '2026-01-22T10:15:00Z', faults: [] },
    },
    warnings: [],
  };
}
