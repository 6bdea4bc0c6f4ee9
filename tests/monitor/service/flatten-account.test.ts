import { NoAnswer } from '../../../src/monitor/trigger/ask-within';
import type { FlattenOrder } from '../../../src/monitor/http/monitor-port';
import { flattenAccount, flattenPlanOf } from '../../../src/monitor/service/flatten-account';
import type { DoorState } from '../../../src/monitor/service/door-state';
import { VenueError } from '../../../src/exchange/venue-error';
import { aPosition, aRestingOrder, RULES } from '../../support/close-fixtures';
import { EVERYTHING } from '../../support/flatten-rehearsal';
import { ASKING, doorState, temporalWith, venueWith } from './door';

const order = (more: Partial<FlattenOrder> = {}): FlattenOrder => ({ ...ASKING, scope: EVERYTHING, ...more });

const silent = new VenueError({ type: 'VenueUnreachable', detail: 'the venue is silent', needsPerson: false });
const silentVenue: DoorState['exchange'] = {
  readRules: () => Promise.reject(silent),
  listPositions: () => Promise.reject(silent),
  listAllResting: () => Promise.reject(silent),
};

test('starts the account’s flatten in the operator’s name, whatever is known here of positions', async () => {
  const temporal = temporalWith();
  const answer = await flattenAccount(order(), doorState(temporal, { positions: null }));
  expect(answer).toMatchObject({ kind: 'accepted', receipt: { kind: 'started', workflowId: 'flatten:main' } });
  expect(temporal.started).toMatchObject([
    {
      account: 'main',
      scope: EVERYTHING,
      reason: 'FLATTEN',
      operator: 'alice',
      source: 'operator:alice',
      note: 'drill',
    },
  ]);
});

test('the same key is the same request, and another key another', async () => {
  const temporal = temporalWith();
  for (const idempotencyKey of ['a', 'a', 'b', null, null])
    await flattenAccount(order({ idempotencyKey }), doorState(temporal));
  const ids = temporal.started.map((request) => (request as unknown as { requestId: string }).requestId);
  expect(ids[0]).toMatch(/^http:[0-9a-f]{32}$/);
  expect([ids[0] === ids[1], ids[1] === ids[2], new Set(ids).size]).toEqual([true, false, 4]);
});

test.each<[string, Partial<FlattenOrder>, Partial<DoorState>, object]>([
  ['Temporal is away', {}, { ports: null }, { kind: 'temporalAway' }],
  [
    'a market is named that the venue does not list',
    { scope: { symbols: ['BTC/USDT:USDT', 'NO/USDT:USDT'], side: null } },
    {},
    { kind: 'unknownSymbols', marketIds: ['NOUSDT'] },
  ],
  [
    'operators may not ask',
    {},
    { door: { accounts: ['main'], allowedSources: ['exit-monitor'] } },
    { kind: 'refused' },
  ],
])('where %s, nothing is started', async (_name, asked, known, answer) => {
  const temporal = temporalWith();
  expect(await flattenAccount(order(asked), doorState(temporal, known))).toMatchObject(answer);
  expect(temporal.started).toEqual([]);
});

test('a venue that does not answer keeps nobody from flattening', async () => {
  const scope = { symbols: ['BTC/USDT:USDT'], side: null };
  const answer = await flattenAccount(order({ scope }), doorState(temporalWith(), { exchange: silentVenue }));
  expect(answer).toMatchObject({ kind: 'accepted' });
});

test('a Temporal that gives no answer may have it; a defect of ours is not hidden', async () => {
  expect(await flattenAccount(order(), doorState(temporalWith(new NoAnswer('no answer within 8 s'))))).toMatchObject({
    kind: 'temporalAway',
    because: expect.stringContaining('may have the flatten') as string,
  });
  await expect(flattenAccount(order(), doorState(temporalWith(new TypeError('ours'))))).rejects.toThrow('ours');
});

describe('a dry run', () => {
  const entry = aRestingOrder({ side: 'buy', reduceOnly: false });
  const open: DoorState['exchange'] = {
    ...venueWith((symbol) => (symbol.startsWith('BTC') ? RULES : null)),
    listPositions: () =>
      Promise.resolve({ readAtMs: 0, positions: [aPosition(), aPosition({ symbol: 'NO/USDT:USDT' })] }),
    listAllResting: () => Promise.resolve([entry, aRestingOrder()]),
  };

  test('says what would be cancelled and sent, and what stands against a position', async () => {
    const answer = await flattenPlanOf(EVERYTHING, doorState(temporalWith(), { ports: null, exchange: open }));
    expect(answer).toMatchObject({
      kind: 'planned',
      plan: {
        cancels: [entry],
        closes: [
          {
            marketId: 'BTCUSDT',
            orders: [{ side: 'SELL', type: 'MARKET', quantity: '1', reduceOnly: true }],
            because: null,
          },
          { marketId: 'NOUSDT', orders: [], residual: '1', because: 'the venue lists no such market' },
        ],
      },
    });
  });

  test('where the venue is silent, nobody says that nothing is open', async () => {
    const answer = await flattenPlanOf(EVERYTHING, doorState(temporalWith(), { exchange: silentVenue }));
    expect(answer).toEqual({ kind: 'positionsUnknown', because: 'the venue is silent' });
  });
});
