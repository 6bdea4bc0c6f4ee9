import { planFlatten } from '../../../src/domain/flatten/flatten-plan';
import type { FlattenReading } from '../../../src/domain/flatten/flatten-plan';
import { aPosition, aRestingOrder, aStop, RULES } from '../../support/close-fixtures';

const EVERYTHING = { symbols: null, side: null };

const plan = (reading: Partial<FlattenReading>) =>
  planFlatten({ positions: [], resting: [], rulesOf: () => RULES, ...reading }, EVERYTHING);

test('a position larger than one order may be takes several, each reducing, and names what stays', () => {
  const [close] = plan({ positions: [aPosition({ side: 'short', quantity: '130.0005' })] }).closes;
  expect(close).toMatchObject({
    orders: [
      { side: 'BUY', type: 'MARKET', quantity: '120', reduceOnly: true },
      { side: 'BUY', type: 'MARKET', quantity: '10', reduceOnly: true },
    ],
    residual: '0.0005',
    because: null,
  });
});

test('in hedge mode the order names its leg, and no flag', () => {
  const [close] = plan({ positions: [aPosition({ mode: 'hedge' })] }).closes;
  expect(close?.orders).toEqual([{ side: 'SELL', type: 'MARKET', quantity: '1', positionSide: 'LONG' }]);
});

test.each<[string, Partial<FlattenReading>, string]>([
  ['a market that is halted', { rulesOf: () => ({ ...RULES, trading: false }) }, 'takes no orders in it'],
  ['a market that is not listed', { rulesOf: () => null }, 'lists no such market'],
  ['a market that no close is named after', { positions: [aPosition({ symbol: '币安人生USDT' })] }, 'close it by hand'],
])('%s has no order, and says why', (_, reading, because) => {
  const [close] = plan({ positions: [aPosition()], ...reading }).closes;
  expect(close).toMatchObject({ orders: [], residual: '1', because: expect.stringContaining(because) as string });
});

test('orders that can only reduce are not among those to cancel', () => {
  const entry = aRestingOrder({ orderId: '1', side: 'buy', reduceOnly: false });
  expect(plan({ resting: [aStop(), entry, aRestingOrder()] }).cancels).toEqual([entry]);
});
