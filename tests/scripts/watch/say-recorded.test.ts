import { sayRecorded } from '../../../scripts/watch/say-recorded';
import type { Recorded } from '../../../src/proof/recorded';
import { aDecision, aPosition } from '../../support/close-fixtures';

const at = { eventId: 9, atMs: 0 };

const said = (event: Recorded): (string | undefined)[][] =>
  sayRecorded(event).map(({ level, marker, says }) => [level, marker, says]);

const completed = (name: string, result: object): Recorded => ({
  kind: 'completed',
  ...at,
  name,
  scheduledEventId: 7,
  result,
});

const settled = (order: object): Recorded =>
  completed('awaitTerminalFilled', { kind: 'settled', order, position: aPosition(), resting: [], readAtMs: 0 });

const terminal = (status: string, executedQuantity: string) =>
  settled({ kind: 'terminal', orderId: '77', clientOrderId: 'cp0001', status, executedQuantity });

describe('an order', () => {
  it.each<[string, Recorded, (string | undefined)[][]]>([
    ['that was accepted is told once it has executed', completed('placeOrder', { kind: 'accepted' }), []],
    [
      'that was refused, with the venue’s words',
      completed('placeOrder', { kind: 'rejected', code: '-2022', message: 'ReduceOnly Order is rejected.' }),
      [['warn', 'ORDER rejected', '-2022 ReduceOnly Order is rejected.']],
    ],
    [
      'that was not sent',
      completed('placeOrder', { kind: 'notSent', trouble: { detail: 'too late' } }),
      [['warn', 'ORDER notSent', 'too late']],
    ],
    [
      'whose answer was lost',
      completed('placeOrder', { kind: 'unknown', cause: 'noReply', detail: 'socket hang up' }),
      [['warn', 'ORDER unknown', 'noReply: socket hang up']],
    ],
    [
      'that was proved absent',
      settled({ kind: 'absent', venueTimeMs: 0, evidence: 'no trace' }),
      [['warn', 'ORDER ABSENT', 'no trace']],
    ],
    [
      'that ended otherwise than filled is worth a second look',
      terminal('EXPIRED', '0'),
      [['warn', 'TERMINAL STATE: EXPIRED', '1 still open']],
    ],
    [
      'whose fate stays open says nothing: the hold that follows does',
      completed('awaitTerminalFilled', { kind: 'unresolved', trouble: { detail: 'open' } }),
      [],
    ],
  ])('%s', (_name, event, expected) => expect(said(event)).toEqual(expected));

  it.each([
    ['by an activity', terminal('FILLED', '1')],
    ['within the task', { ...terminal('FILLED', '1'), kind: 'localActivity' } as Recorded],
  ])('that executed, read back %s, is named by both its ids', (_, event) => {
    const lines = sayRecorded(event);
    expect(lines.map(({ marker }) => marker)).toEqual(['CLOSE_EXECUTED', 'TERMINAL STATE: FILLED']);
    for (const line of lines) expect(line).toMatchObject({ orderId: '77', client_order_id: 'cp0001' });
  });
});

describe('a person', () => {
  const signalled = (name: string, input: unknown): Recorded => ({ kind: 'signalled', ...at, name, input });

  it.each<[string, unknown, string[]]>([
    ['exitRequested', aDecision(), ['info', 'EXIT JOINED', 'STOP_LOSS by exit-monitor (decision decision-1)']],
    ['manualClose', { operator: 'alice', reason: 'noon' }, ['warn', 'MANUAL CLOSE', 'alice: noon']],
    ['release', { operator: 'bob', reason: 'by phone' }, ['warn', 'CLOSE RELEASED', 'bob: by phone']],
    ['hello', undefined, ['warn', 'SIGNAL', 'hello']],
  ])('who says %s is heard', (name, input, expected) => expect(said(signalled(name, input))).toEqual([expected]));

  it('is called once per hold, with its trouble', () => {
    const alert = { trouble: { type: 'VenueHalted', detail: 'trading is paused' }, misfortunes: 1 };
    const scheduled: Recorded = { kind: 'scheduled', ...at, name: 'alertOperator', input: [alert, {}] };
    expect(said(scheduled)).toEqual([['error', 'CLOSE HELD', 'VenueHalted: trading is paused']]);
    expect(said({ ...scheduled, name: 'placeOrder' })).toEqual([]);
  });
});

it('what is no decision is told with the fault that it has', () => {
  const { reduceOnly: _lost, ...rest } = aDecision();
  const [line] = sayRecorded({ kind: 'started', ...at, input: rest });
  expect(line).toMatchObject({ level: 'warn', marker: 'EXIT_PUBLISH' });
  expect(line?.says).toContain('reduceOnly: is missing');
});

it('a venue that cannot be read is told, a reading that timed out is not', () => {
  const unreadable = { kind: 'unreadable', trouble: { type: 'VenueUnreachable', detail: 'ECONNREFUSED' } };
  const reading: Recorded = { kind: 'localActivity', ...at, name: 'validate', result: unreadable };
  expect(said(reading)).toEqual([['warn', 'VENUE UNREADABLE', 'VenueUnreachable: ECONNREFUSED']]);
  expect(said({ ...reading, result: undefined })).toEqual([]);
});

it.each([
  ['closed', 'info'],
  ['closedElsewhere', 'info'],
  ['residual', 'warn'],
  ['handedOver', 'warn'],
])('a close that finishes %s is %s', (outcome, level) => {
  expect(said({ kind: 'finished', ...at, result: { outcome, because: 'so' } })).toEqual([
    [level, 'CLOSE FINISHED', `${outcome}: so`],
  ]);
});
