import { leftOf, showsExecution } from '../../src/domain/consistent-reading';
import { aPosition, anOrder } from '../support/close-fixtures';

const record = (executedQuantity: string) => ({
  orderId: '42',
  clientOrderId: 'cp0001',
  status: 'FILLED',
  executedQuantity,
});

test('a position at another entry price is another one, and shows that all of the first is gone', () => {
  const another = aPosition({ quantity: '2', entryPrice: '61000' });
  expect(leftOf(anOrder(), another)).toBe('0');
  expect(showsExecution(anOrder(), record('1'), another)).toBe(true);
});

describe('a position read after an order that rested on 1', () => {
  test.each([
    ['flat shows every execution', '1', null, true],
    ['what was left shows it', '0.4', '0.6', true],
    ['less than that shows it too: others close as well', '0.4', '0.1', true],
    ['as much as before does not show it', '0.4', '1', false],
    ['a part of it does not show all of it', '0.4', '0.601', false],
    ['as much as before shows an order that executed nothing', '0', '1', true],
  ])('%s', (_, executed, open, shown) => {
    const position = open === null ? null : aPosition({ quantity: open });
    expect(showsExecution(anOrder(), record(executed), position)).toBe(shown);
  });
});
