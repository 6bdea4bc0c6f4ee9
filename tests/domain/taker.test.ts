import { describeTaker, takenBy } from '../../src/domain/taker';

test.each([
  ['autoclose-1595230183241', 'liquidation'],
  ['adl_autoclose', 'adl'],
  ['settlement_autoclose-1595230183241', 'delisting'],
  ['web_AbCdEf', 'order'],
  ['my-adl_autoclose', 'order'],
])('an order named %s is %s', (name, by) => {
  expect(takenBy(name)).toBe(by);
});

test('a person reads who took how much, and by which order', () => {
  const record = { orderId: '7', clientOrderId: 'adl_autoclose', status: 'FILLED', executedQuantity: '0.4' };
  expect(describeTaker({ by: 'adl', quantity: '0.4', record })).toBe(
    'the venue’s auto-deleveraging (ADL) took 0.4 (order 7, adl_autoclose)',
  );
});
