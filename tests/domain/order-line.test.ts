import { noteFate, noteSubmission, openLine } from '../../src/domain/order-line';
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
