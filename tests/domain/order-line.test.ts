import { fateOf, noteFate, noteSubmission, openLine, remember } from '../../src/domain/order-line';
import type { OrderLine } from '../../src/domain/close-result';
import type { OrderFate } from '../../src/domain/settlement';
import type { Submission } from '../../src/domain/submission';
import { anOrder } from '../support/close-fixtures';

const terminal = (executedQuantity: string, averagePrice?: string): OrderFate => ({
  kind: 'terminal',
  orderId: '42',
  clientOrderId: 'cp0001',
  status: 'FILLED',
  executedQuantity,
  averagePrice,
});
const open = (): OrderLine => openLine(3, anOrder());
const after = (submission: Submission): OrderLine => {
  const line = open();
  noteSubmission(line, submission);
  return line;
};

describe('the account of one order', () => {
  test('before we hear otherwise, whether it was sent is unknown', () =>
    expect(open()).toEqual({ round: 3, clientOrderId: 'cp0001', quantity: '1', submission: 'unknown' }));

  test.each<[Submission, Partial<OrderLine>]>([
    [
      { kind: 'accepted', orderId: '42', status: 'NEW', executedQuantity: '0', signedAtMs: 1 },
      { submission: 'accepted', orderId: '42' },
    ],
    [
      { kind: 'rejected', code: '-2022', message: 'ReduceOnly Order is rejected.', next: 'clearClaims' },
      { submission: 'rejected', said: '-2022 ReduceOnly Order is rejected.' },
    ],
    [
      { kind: 'notSent', trouble: { type: 'OrderTooLate', detail: 'too old', needsPerson: false } },
      { submission: 'notSent', said: 'too old' },
    ],
    [
      { kind: 'unknown', cause: 'workerLost', detail: 'heartbeat timeout' },
      { submission: 'unknown', said: 'workerLost: heartbeat timeout' },
    ],
  ])('%j is written down', (submission, expected) => expect(after(submission)).toEqual({ ...open(), ...expected }));

  test('an accepted order claims no execution: that is for its fate to say', () =>
    expect(
      after({ kind: 'accepted', orderId: '42', status: 'FILLED', executedQuantity: '1', signedAtMs: 1 }),
    ).not.toHaveProperty('executedQuantity'));

  test('its fate is the venue’s record of it', () => {
    const line = open();
    noteFate(line, terminal('0.4', '59990.5'));
    expect(line).toMatchObject({
      fate: 'terminal',
      status: 'FILLED',
      orderId: '42',
      executedQuantity: '0.4',
      averagePrice: '59990.5',
    });
  });

  test('a price the venue did not name is not invented', () => {
    const line = open();
    noteFate(line, terminal('0'));
    expect(line).not.toHaveProperty('averagePrice');
  });

  test('an absent order has a fate, and nothing else', () => {
    const line = open();
    noteFate(line, { kind: 'absent', venueTimeMs: 1, evidence: 'none' });
    expect(line).toEqual({ ...open(), fate: 'absent' });
  });

  test('more executed than was sent is not believed', () =>
    expect(() => noteFate(open(), terminal('1.001'))).toThrow('order 42 executed 1.001 of 1'));
});

describe('the account of a close that is held for weeks', () => {
  const refusal = (round: number): OrderLine => ({
    round,
    clientOrderId: `r${round}`,
    quantity: '1',
    submission: 'rejected',
  });
  const executed: OrderLine = { round: 0, clientOrderId: 'e', quantity: '1', submission: 'unknown' };

  test('keeps the newest refusals, and every order that may have executed', () => {
    let orders: OrderLine[] = [executed];
    for (let round = 1; round <= 500; round += 1) orders = remember(orders, refusal(round));
    expect(orders.length).toBeLessThanOrEqual(53);
    expect(orders[0]).toBe(executed);
    expect(orders.at(-1)?.round).toBe(500);
  });
});

test.each([
  [{ submission: 'rejected' }, 'not executed'],
  [{ submission: 'notSent' }, 'not executed'],
  [{ submission: 'unknown' }, 'open'],
  [{ submission: 'unknown', fate: 'absent' }, 'absent'],
  [{ submission: 'accepted', fate: 'terminal', status: 'EXPIRED' }, 'EXPIRED'],
] as const)('of an order %j is said: %s', (line, said) =>
  expect(fateOf({ round: 1, clientOrderId: 'a', quantity: '1', ...line })).toBe(said),
);
