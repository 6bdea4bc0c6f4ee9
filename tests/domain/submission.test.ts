import { tookAll } from '../../src/domain/submission';
import type { PossiblyExecuted } from '../../src/domain/submission';
import { anOrder } from '../support/close-fixtures';

const filled = (executedQuantity: string, status = 'FILLED'): PossiblyExecuted => ({
  ...{ kind: 'accepted', orderId: '1', status, executedQuantity, signedAtMs: 0 },
});

test('An answer that says FILLED for the whole position took all of it', () => {
  const order = anOrder();
  expect(tookAll(order, filled(order.quantity))).toBe(true);
});

test.each<[string, (quantity: string) => PossiblyExecuted]>([
  ['no answer', () => ({ kind: 'unknown', cause: 'noReply', detail: 'cut' })],
  ['an order that is only NEW', (quantity) => filled(quantity, 'NEW')],
  ['a fill of less', () => filled('0')],
])('%s did not', (_, submission) => {
  const order = anOrder();
  expect(tookAll(order, submission(order.quantity))).toBe(false);
});

test('An order for a part of the position leaves the rest open, filled or not', () => {
  const order = { ...anOrder(), positionQuantity: '1000000' };
  expect(tookAll(order, filled(order.quantity))).toBe(false);
});
