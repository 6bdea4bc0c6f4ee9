import type { ManualCloseOrder } from '../../../src/monitor/http/monitor-port';
import type { DoorState } from '../../../src/monitor/service/door-state';
import { manualCloseOf } from '../../../src/monitor/service/manual-close-of';
import { NoAnswer } from '../../../src/monitor/trigger/ask-within';
import { BTC, ETH, position } from '../watching/cases';
import { ASKING, doorState, temporalWith, venueWith } from './door';

const order = (more: Partial<ManualCloseOrder> = {}): ManualCloseOrder => ({
  ...ASKING,
  symbol: BTC,
  side: null,
  ...more,
});
const short = position({ side: 'short' });

test('the one position there is gets a close in the operator’s name', async () => {
  const temporal = temporalWith();
  const answer = await manualCloseOf(order(), doorState(temporal));
  expect(answer).toMatchObject({ kind: 'accepted', side: 'long', receipt: { workflowId: 'close:main:BTCUSDT:long' } });
  expect(temporal.started).toMatchObject([
    { source: 'operator:alice', reason: 'MANUAL', note: 'drill', reduceOnly: true },
  ]);
});

test('of two sides, the one that is named', async () => {
  const temporal = temporalWith();
  const state = doorState(temporal, { positions: [position(), short] });
  expect(await manualCloseOf(order({ side: 'short' }), state)).toMatchObject({ kind: 'accepted', side: 'short' });
  expect(temporal.started.map(({ side }) => side)).toEqual(['short']);
});

test.each<[string, Partial<ManualCloseOrder>, Partial<DoorState>, object]>([
  [
    'both sides are open, and none is named',
    {},
    { positions: [position(), short] },
    { kind: 'ambiguousSide', sides: ['long', 'short'] },
  ],
  ['only the other side is open', { side: 'short' }, {}, { kind: 'noPosition' }],
  ['nothing is open in a market', { symbol: ETH }, {}, { kind: 'noPosition' }],
  ['the venue lists no such market', { symbol: 'NO/USDT:USDT' }, {}, { kind: 'unknownSymbol' }],
  [
    'the venue says nothing of the market',
    { symbol: ETH },
    { exchange: { ...venueWith(() => null), readRules: () => Promise.reject(new Error('silent')) } },
    { kind: 'noPosition' },
  ],
  ['the list of positions is old', {}, { positions: null }, { kind: 'positionsUnknown' }],
  ['Temporal is away', {}, { ports: null }, { kind: 'temporalAway', because: 'no Temporal server answers' }],
  [
    'operators may not ask',
    {},
    { door: { accounts: ['main'], allowedSources: ['exit-monitor'] } },
    { kind: 'refused' },
  ],
])('where %s, nothing is started', async (_name, asked, known, answer) => {
  const temporal = temporalWith();
  expect(await manualCloseOf(order(asked), doorState(temporal, known))).toMatchObject(answer);
  expect(temporal.started).toEqual([]);
});

test('a Temporal that does not answer is away, and may have the close; a defect of ours is not hidden', async () => {
  const answer = await manualCloseOf(order(), doorState(temporalWith(new NoAnswer('no answer within 8 s'))));
  expect(answer).toMatchObject({
    kind: 'temporalAway',
    because: expect.stringContaining('may have the close') as string,
  });
  const defect = manualCloseOf(order(), doorState(temporalWith(new TypeError('ours'))));
  await expect(defect).rejects.toThrow('ours');
});

test('the same key is the same decision, and another position another', async () => {
  const temporal = temporalWith();
  const state = doorState(temporal, { positions: [position(), short] });
  for (const side of ['long', 'long', 'short'] as const)
    await manualCloseOf(order({ side, idempotencyKey: 'a key' }), state);
  const [one, again, other] = temporal.started.map(({ decisionId }) => decisionId);
  expect(again).toBe(one);
  expect(other).not.toBe(one);
});
