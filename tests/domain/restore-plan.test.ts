import { restoringOf } from '../../src/domain/restore-plan';
import type { MadeWay } from '../../src/domain/restore-plan';
import type { RestingOrder } from '../../src/domain/resting-order';
import { aPosition, aRestingOrder, RULES, START_MS } from '../support/close-fixtures';

const madeWay = (instead: RestingOrder, changes: Partial<MadeWay['record']> = {}): MadeWay => ({
  instead,
  clientOrderId: `cp-${instead.orderId}`,
  record: {
    orderId: instead.orderId,
    clientOrderId: instead.clientOrderId,
    status: 'CANCELED',
    executedQuantity: '0',
    quantity: instead.quantity,
    ...changes,
  },
});

const plan = (ways: MadeWay[], { position = aPosition(), resting = [] as RestingOrder[], rules = RULES } = {}) =>
  restoringOf(ways, '60000', position, rules, { readAtMs: START_MS, position, rules, resting }).map(
    ({ order: { quantity, pricing, clientOrderId } }) => ({ quantity, pricing, clientOrderId }),
  );

const quantities = (...args: Parameters<typeof plan>) => plan(...args).map(({ quantity }) => quantity);

test('puts an order back as it was: its price, its quantity, by resting alone', () => {
  expect(plan([madeWay(aRestingOrder())])).toEqual([
    { quantity: '1', pricing: { type: 'limit', price: '62000', timeInForce: 'GTX' }, clientOrderId: 'cp-900' },
  ]);
});

test.each([
  ['for no more than is open', [madeWay(aRestingOrder())], { position: aPosition({ quantity: '0.4' }) }, ['0.4']],
  [
    'for no more than others leave free',
    [madeWay(aRestingOrder())],
    { resting: [aRestingOrder({ orderId: '7', quantity: '0.7' })] },
    ['0.3'],
  ],
  [
    'two of them together for no more than is open',
    [madeWay(aRestingOrder({ quantity: '0.8' })), madeWay(aRestingOrder({ orderId: '901', quantity: '0.8' }))],
    {},
    ['0.8', '0.2'],
  ],
  [
    'without what had been filled before it was cancelled',
    [madeWay(aRestingOrder(), { executedQuantity: '0.6' })],
    {},
    ['0.4'],
  ],
  ['although a list that lags still shows it', [madeWay(aRestingOrder())], { resting: [aRestingOrder()] }, ['1']],
  ['not what has filled', [madeWay(aRestingOrder(), { status: 'FILLED', executedQuantity: '1' })], {}, []],
  ['not what still rests', [madeWay(aRestingOrder(), { status: 'NEW' })], {}, []],
  ['not beside another position', [madeWay(aRestingOrder())], { position: aPosition({ entryPrice: '61000' }) }, []],
  ['not below the venue’s minimum', [madeWay(aRestingOrder({ quantity: '0.0004' }))], {}, []],
  ['not off the venue’s ticks', [madeWay(aRestingOrder({ price: '62000.05' }))], {}, []],
])('%s', (_, ways, world, expected) => {
  expect(quantities(ways, world)).toEqual(expected);
});
