import { leftOf, newTrade, nextQuantity, wanted, withClosed } from '../../../../bench/faults/rivals/trade';
import { aDecision } from '../../../support/close-fixtures';
import { aWorld } from '../hand-written';

test('a bot is asked for the most that anybody asked for, and never for more than it opened', () => {
  const of = (...parts: Parameters<typeof aDecision>) => aDecision(...parts);
  expect(wanted(aWorld(), [of({ quantity: { amount: '0.3' } }), of({ quantity: { fraction: '0.5' } })])).toBe('0.5');
  expect(wanted(aWorld(), [of({ quantity: { amount: '7' } })])).toBe('1');
  expect(wanted(aWorld({ quantity: '2' }), [of({ quantity: 'all' })])).toBe('2');
});

test('its next order is rounded down to whole steps, and no larger than the market takes', () => {
  const market = { minQuantity: '0.005', marketMax: '0.3' };
  expect(nextQuantity('0.0104', aWorld({ market }))).toBe('0.01');
  expect(nextQuantity('1', aWorld({ market }))).toBe('0.3');
});

test('what no order can carry is not sent', () => {
  expect(nextQuantity('0.004', aWorld({ market: { minQuantity: '0.005', marketMax: '120' } }))).toBeNull();
  expect(nextQuantity('0.0004', aWorld())).toBeNull();
});

test('its book adds up what it believes closed', () => {
  const trade = withClosed(withClosed(newTrade(), '0.3'), '0.2');
  expect(leftOf(trade, '1')).toBe('0.5');
  expect(leftOf(trade, '0.4')).toBe('0');
});
