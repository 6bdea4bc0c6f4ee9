import { timingsOf } from '../../../src/monitor/metrics/timings-of';
import type { Recorded } from '../../../src/proof/recorded';
import { aDecision, anOrder, aPosition, RULES, START_MS } from '../../support/close-fixtures';

const order = anOrder();

const started: Recorded = { kind: 'started', eventId: 1, atMs: START_MS + 5, input: aDecision() };
const scheduled: Recorded = { kind: 'scheduled', eventId: 7, atMs: START_MS + 30, name: 'placeOrder', input: [order] };

const placed = (result: object): Recorded => ({
  kind: 'completed',
  eventId: 9,
  atMs: START_MS + 40,
  name: 'placeOrder',
  scheduledEventId: 7,
  result,
});

const awaited = (result: object, atMs = START_MS + 80): Recorded => ({
  kind: 'completed',
  eventId: 15,
  atMs,
  name: 'awaitTerminalFilled',
  scheduledEventId: 10,
  result,
});

const filled = { kind: 'terminal', orderId: '1', clientOrderId: order.clientOrderId, status: 'FILLED' };
const settled = (position: object | null) => ({
  kind: 'settled',
  order: filled,
  position,
  resting: [],
  readAtMs: START_MS + 70,
});

const validated = (result: object | undefined): Recorded => ({
  kind: 'localActivity',
  eventId: 6,
  atMs: START_MS + 20,
  name: 'validate',
  result,
});

const finished = (orders: object[]): Recorded => ({
  kind: 'finished',
  eventId: 20,
  atMs: START_MS + 90,
  result: { outcome: 'closed', orders },
});

const lookedInTask: Recorded = {
  ...{ kind: 'localActivity', eventId: 13, atMs: START_MS + 80, name: 'awaitTerminalFilled' },
  result: settled(null),
};

it.each([
  ['by an activity', awaited(settled(null))],
  ['within the task', lookedInTask],
])('a clean close, read back %s, was decided, at the venue and flat at these times', (_, readBack) => {
  const history = [started, scheduled, placed({ kind: 'accepted' }), readBack];
  expect(timingsOf(history)).toEqual({
    decidedAtMs: START_MS,
    orderAcceptedAtMs: START_MS + 40,
    flatAtMs: START_MS + 80,
  });
});

it('an order whose reply was lost is at the venue from when the venue’s record of it was read', () => {
  const history = [started, scheduled, placed({ kind: 'unknown', cause: 'noReply' }), awaited(settled(aPosition()))];
  expect(timingsOf(history)).toMatchObject({ orderAcceptedAtMs: START_MS + 80, flatAtMs: null });
});

it('a refused order, and one judged absent, were never at the venue', () => {
  const absent = { ...settled(aPosition()), order: { kind: 'absent', venueTimeMs: 0, evidence: 'no trace' } };
  const history = [started, scheduled, placed({ kind: 'rejected', code: '-2022' }), awaited(absent)];
  expect(timingsOf(history)).toMatchObject({ orderAcceptedAtMs: null, flatAtMs: null });
});

it('a position that somebody else closed is flat when it was read to be', () => {
  const closable = { kind: 'closable', position: aPosition(), quantity: '1', rules: RULES };
  expect(timingsOf([started, validated(closable)]).flatAtMs).toBeNull();
  expect(timingsOf([started, validated({ kind: 'flat', resting: [] })]).flatAtMs).toBe(START_MS + 20);
});

it('of several times that the position was read flat, the last counts', () => {
  const history = [started, awaited(settled(null)), awaited(settled(null), START_MS + 900)];
  expect(timingsOf(history).flatAtMs).toBe(START_MS + 900);
});

it('a reading that timed out, and so has no result, says nothing', () => {
  expect(timingsOf([started, validated(undefined)]).flatAtMs).toBeNull();
});

it('a close that went on in a fresh history sent its first order in another: when, is not known here', () => {
  const earlier = { round: 1, clientOrderId: 'cp0000', quantity: '1', submission: 'accepted' };
  const history = [started, scheduled, placed({ kind: 'accepted' }), finished([earlier])];
  expect(timingsOf(history).orderAcceptedAtMs).toBeNull();
});

it.each([undefined, null, 'close it', {}, { decidedAt: 'yesterday' }])(
  'what was started with %j was decided at no known time',
  (input) => {
    expect(timingsOf([{ ...started, input }])).toEqual({ decidedAtMs: null, orderAcceptedAtMs: null, flatAtMs: null });
  },
);
