import { doubled } from '../../../../bench/faults/judge/doubled';
import { aDecision, aManualDecision } from '../../../support/close-fixtures';
import { asked, executed, sent, stands, written } from '../hand-written';

const twoOrders = [
  sent('bot-1', 1),
  executed('bot-1', 1, ['1', '0.7']),
  sent('bot-2', 2),
  executed('bot-2', 2, ['0.7', '0.4']),
];

test('two orders for what was asked once are doubled', () => {
  expect(doubled(written([stands('1'), asked(aDecision({ quantity: { amount: '0.3' } })), ...twoOrders]))).toBe(
    '0.6 executed, and at most 0.3 was asked for',
  );
});

test('two orders that together are what was asked are not', () => {
  expect(doubled(written([stands('1'), asked(aDecision({ quantity: { amount: '0.6' } })), ...twoOrders]))).toBeNull();
  expect(doubled(written([stands('1'), asked(aDecision({ quantity: { fraction: '0.6' } })), ...twoOrders]))).toBeNull();
});

test('the most that anybody asked for counts', () => {
  const both = [asked(aDecision({ quantity: { amount: '0.3' } })), asked()];
  expect(doubled(written([stands('1'), ...both, ...twoOrders]))).toBeNull();
});

test('all is what ever stood there at the entry price that was meant', () => {
  const again = [
    executed('web-1', 2, ['0', '1'], '59000'),
    sent('bot-2', 3),
    executed('bot-2', 3, ['1', '0'], '59000'),
  ];
  const closed = [sent('bot-1', 1), executed('bot-1', 1, ['1', '0'])];
  expect(doubled(written([stands('1'), asked(), ...closed]))).toBeNull();
  expect(doubled(written([stands('1'), asked(), ...closed, ...again]))).toBe('2 executed, and at most 1 was asked for');
});

test('a person who asks for whatever stands there may get more than stood there first', () => {
  const more = [executed('web-1', 1, ['1', '3']), sent('bot-1', 2), executed('bot-1', 2, ['3', '0'])];
  const person = asked(aManualDecision());
  expect(doubled(written([stands('1'), asked(), person, ...more]))).toBeNull();
});

test('an order that was sent once and that the network delivered twice is nobody’s fault', () => {
  const orders = ['1', '2'].map(
    (orderId) => ({ atMs: 0, kind: 'order', name: 'bot-1', orderId, status: 'FILLED', executed: '0.3' }) as const,
  );
  const executions = [executed('bot-1', 1, ['1', '0.7']), executed('bot-1', 2, ['0.7', '0.4'])];
  const part = asked(aDecision({ quantity: { amount: '0.3' } }));
  expect(doubled(written([stands('1'), part, sent('bot-1', 1), ...orders, ...executions]))).toBeNull();
});
