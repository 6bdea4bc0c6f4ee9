import type { FlattenView } from '../../../../src/monitor/flatten-view';
import type { CloseDetail, CloseView, HealthView, PositionView, RuleView } from '../../../../src/monitor/views';

/** A position as the monitor shows it, with its rules 1.5 % below and 2.5 % above where it was entered. */
export function positionView(given: Partial<PositionView> = {}): PositionView {
  const { marketId = 'BTCUSDT', side = 'long', entryPrice = '60000', markPrice = '60300' } = given;
  return {
    account: 'main',
    symbol: `${marketId.replace(/USDT$/, '')}/USDT:USDT`,
    marketId,
    side,
    quantity: '0.5',
    entryPrice,
    markPrice,
    priceAgeMs: 120,
    priceSource: 'stream',
    ...profitOf(side, Number(entryPrice), markPrice === null ? null : Number(markPrice)),
    liquidationPrice: '41200',
    bestPrice: Number(markPrice ?? entryPrice),
    heldForMs: 3_600_000,
    rebuilt: false,
    rules: rulesOf(side, Number(entryPrice), markPrice === null ? null : Number(markPrice)),
    warnings: [],
    close: null,
    ...given,
  };
}

const signOf = (side: PositionView['side']): number => (side === 'long' ? 1 : -1);

function profitOf(side: PositionView['side'], entry: number, mark: number | null) {
  if (mark === null) return { profit: null, profitPercent: null };
  const share = ((mark - entry) / entry) * signOf(side);
  return { profit: share * entry * 0.5, profitPercent: share * 100 };
}

export function rulesOf(side: PositionView['side'], entry: number, mark: number | null): RuleView[] {
  const sign = signOf(side);
  const rule = (
    name: string,
    reason: RuleView['reason'],
    level: number,
    state: RuleView['state'] = 'armed',
  ): RuleView =>
    mark === null
      ? { rule: name, reason, state: 'blind', level: null, distancePercent: null, because: 'there is no price' }
      : { rule: name, reason, state, level, distancePercent: (Math.abs(mark - level) / mark) * 100 };
  return [
    rule('stopLoss', 'STOP_LOSS', entry * (1 - 0.015 * sign)),
    rule('takeProfit', 'TAKE_PROFIT', entry * (1 + 0.025 * sign)),
    rule('trailingStop', 'TRAILING_STOP', entry * (1 + 0.01 * sign), 'waiting'),
  ];
}

const LINK = 'http://127.0.0.1:8233/namespaces/default/workflows';

export const closeView = (given: Partial<CloseView> = {}): CloseView => ({
  workflowId: 'close:main:BTCUSDT:long',
  runId: '01a20985-e4b8-7194-bbf5-bd11c7152eba',
  account: 'main',
  marketId: 'BTCUSDT',
  side: 'long',
  reason: 'STOP_LOSS',
  source: 'exit-monitor',
  running: false,
  state: 'finished',
  doing: null,
  outcome: 'closed',
  because: 'the venue reads flat, and this close’s orders account for all 0.5',
  startedAt: '2026-11-25T12:00:00.000Z',
  finishedAt: '2026-11-25T12:00:00.412Z',
  timeToFlatMs: 388,
  round: 1,
  steps: { validate: 'done', marginBypass: 'done', placeOrder: 'done', awaitTerminalFilled: 'done' },
  trouble: null,
  uiLink: `${LINK}/close%3Amain%3ABTCUSDT%3Along/01a20985-e4b8-7194-bbf5-bd11c7152eba/history`,
  ...given,
});

export const closeDetail = (given: Partial<CloseDetail> = {}): CloseDetail => ({
  ...closeView(),
  asked: [{ decisionId: 'd-1', source: 'exit-monitor', reason: 'STOP_LOSS', traceId: 't-1' }],
  orders: [
    {
      round: 1,
      clientOrderId: 'cpagyuvylccsgvkr4oujoloa0001',
      quantity: '0.5',
      submission: 'accepted',
      fate: 'filled',
      executedQuantity: '0.5',
      averagePrice: '59100.1',
      orderId: '8753205606',
    },
  ],
  markers: [
    {
      marker: 'EXIT_PUBLISH',
      eventId: 1,
      at: '2026-11-25T12:00:00.000Z',
      says: 'STOP_LOSS by exit-monitor, reduceOnly true',
    },
    {
      marker: 'MARGIN CHECK SKIPPED',
      eventId: 6,
      at: '2026-11-25T12:00:00.031Z',
      says: 'sell 0.5 reduceOnly takes from a long of 0.5: it can release margin, never need it',
    },
    { marker: 'CLOSE_EXECUTED', eventId: 15, at: '2026-11-25T12:00:00.402Z', says: 'order 8753205606 executed 0.5' },
    { marker: 'TERMINAL STATE: FILLED', eventId: 15, at: '2026-11-25T12:00:00.402Z', says: 'the venue reads flat' },
  ],
  ...given,
});

export const healthView = (given: Partial<HealthView> = {}): HealthView => ({
  status: 'ok',
  account: 'main',
  venue: 'paper',
  version: '0.1.0',
  node: 'v20.20.2',
  uptimeMs: 86_400_000,
  positionsWatched: 1,
  lastTickAgeMs: 140,
  temporal: { reachable: true, address: '127.0.0.1:7233' },
  exchange: { reachable: true, weightUsed1m: 212, weightLimit1m: 2400 },
  feeds: [
    { name: 'positions', state: 'live', lastAtMs: 1_700_000_000_000, ageMs: 900, reconnects: 0 },
    { name: 'prices', state: 'live', lastAtMs: 1_700_000_000_000, ageMs: 140, reconnects: 0 },
    { name: 'userStream', state: 'live', lastAtMs: 1_700_000_000_000, ageMs: 4_000, reconnects: 1 },
    { name: 'candles', state: 'live', lastAtMs: 1_700_000_000_000, ageMs: 21_000, reconnects: 0 },
  ],
  triggers: { started: 12, joined: 3, waiting: 0, oldestWaitingMs: null },
  rules: { loadedAt: '2026-11-25T08:00:00.000Z', file: 'rules.yaml', lastRefusal: null },
  manualClose: { enabled: true },
  deadMan: {
    ...{ mode: 'alert', timeoutMs: 60_000, state: 'watching', says: 'armed: alert after 60 s of silence' },
    ...{ lastBeatAt: '2026-01-22T09:00:00.000Z', lastBeatAgeMs: 4_000, trouble: null, warning: null },
  },
  proofs: { count: 0, head: null, headAt: null, behind: null, nextDeletionAt: null, lastPassAt: null, faults: [] },
  warnings: [],
  ...given,
});

/** A flatten under way: one of three positions is flat, one is held. */
export const flattenNow = (given: Partial<FlattenView> = {}): FlattenView => ({
  ...{ workflowId: 'flatten:main', runId: 'run-1', uiLink: 'http://127.0.0.1:8233/flatten', running: true },
  ...{ state: 'flattening', startedAt: new Date().toISOString(), outcome: null, because: null, flatAfterMs: null },
  asked: [{ operator: 'alice', note: 'exchange in trouble', scope: 'every position' }],
  counts: { positions: 3, flat: 1, held: 1, ordersCancelled: 2 },
  held: ['XRPUSDT long 900: the venue refuses the key'],
  lines: [
    { marketId: 'XRPUSDT', side: 'long', quantity: '900', state: 'held', because: 'the venue refuses the key' },
    { marketId: 'ETHUSDT', side: 'short', quantity: '3', state: 'closing', because: null },
    { marketId: 'BTCUSDT', side: 'long', quantity: '0', state: 'flat', because: null },
  ],
  ...given,
});
