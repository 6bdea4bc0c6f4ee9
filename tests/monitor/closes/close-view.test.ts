import { newProgress } from '../../../src/domain/close-progress';
import { closeView } from '../../../src/monitor/closes/close-view';
import type { ListedClose } from '../../../src/monitor/closes/listed-close';
import { result } from '../trigger/results';
import { NOW } from '../watching/cases';

const listed = (more: Partial<ListedClose> = {}): ListedClose => ({
  ...{ workflowId: 'close:main:BTCUSDT:short', runId: 'r', running: true, state: 'closing', outcome: null },
  ...{ reason: 'STOP_LOSS', source: 'exit-monitor', startedAtMs: NOW, finishedAtMs: null, uiLink: 'http://ui' },
  ...more,
});
const over = listed({ running: false, state: 'finished', outcome: 'closed', finishedAtMs: NOW + 11_000 });

test('a close that runs shows what it is doing, and what is wrong', () => {
  const progress = {
    ...newProgress(),
    state: 'held' as const,
    round: 3,
    trouble: { type: 'KeyRefused', detail: '-2015' } as never,
  };
  expect(closeView(listed({ state: 'held' }), { progress, result: null })).toMatchObject({
    ...{ account: 'main', marketId: 'BTCUSDT', side: 'short', state: 'held', doing: 'held', round: 3 },
    ...{ trouble: 'KeyRefused: -2015', outcome: null, timeToFlatMs: null, steps: { validate: 'failed' } },
  });
});

test('one that could not be asked shows what the list says, and no step', () => {
  expect(closeView(listed(), { progress: null, result: null })).toMatchObject({
    ...{ running: true, doing: null, trouble: null, because: null, round: 0, steps: { validate: 'idle' } },
  });
});

test('one that has finished shows how, and how long the position took to be flat', () => {
  expect(closeView(over, { progress: null, result: result() })).toMatchObject({
    ...{ outcome: 'closed', because: 'the venue reads flat', timeToFlatMs: 10_000 },
    finishedAt: '2026-01-22T09:00:11.000Z',
  });
});

test.each([
  ['was left open', { remainingQuantity: '1' }],
  ['was never read', { remainingQuantity: null, readAt: null }],
  ['was last read at no known time', { readAt: null }],
])('no time to flat where the position %s', (_name, more) => {
  expect(closeView(over, { progress: null, result: result(more) }).timeToFlatMs).toBeNull();
});

test('a venue’s clock behind Temporal’s makes no time negative', () => {
  expect(closeView({ ...over, startedAtMs: NOW + 60_000 }, { progress: null, result: result() }).timeToFlatMs).toBe(0);
});
