import { isOver, readOrder } from '../../../../bench/faults/rivals/order-view';
import { isGone, isRefusal } from '../../../../bench/faults/rivals/refusal';
import { NoAnswer } from '../../../../src/exchange/ccxt/lane/no-answer';
import { AnsweredOtherwise } from '../../../../src/exchange/ccxt/lane/venue-answer';

const answer = (status: number, code: string | null) => new AnsweredOtherwise({ status, code, message: '' });

test('an order is read with its status and what it executed; anything else is no order', () => {
  const order = readOrder({ status: 'EXPIRED', executedQty: '0.3', orderId: 1 });
  expect(order).toEqual({ status: 'EXPIRED', executed: '0.3' });
  expect(isOver(order)).toBe(true);
  expect(isOver(readOrder({ status: 'NEW', executedQty: '0' }))).toBe(false);
  expect(() => readOrder({})).toThrow('no order');
});

test.each([
  ['-2022', answer(400, '-2022'), true],
  ['too many requests', answer(429, '-1003'), true],
  ['-1007, which may have executed', answer(408, '-1007'), false],
  ['a server in trouble', answer(503, '-1000'), false],
  ['silence', new NoAnswer(new Error('socket hang up')), false],
])('%s: refused is %#', (_, fault, refused) => {
  expect(isRefusal(fault)).toBe(refused);
});

test('unknown order is gone', () => {
  expect([answer(400, '-2011'), answer(400, '-2013'), answer(400, '-2022')].map(isGone)).toEqual([true, true, false]);
});
