import { assertWireReduces } from '../../../../src/exchange/ccxt/orders/wire-order';
import { closeOrder } from '../../support/close-order';

const sent = { clientOrderId: 'close1', marketId: 'BTCUSDT', signedAtMs: 5 };
const oneWay = closeOrder({ clientOrderId: 'close1', quantity: '0.4' });
const hedge = closeOrder({ clientOrderId: 'close1', quantity: '0.4', mode: 'hedge' });

const common = {
  symbol: 'BTCUSDT',
  side: 'SELL',
  type: 'MARKET',
  newClientOrderId: 'close1',
  newOrderRespType: 'RESULT',
  quantity: '0.4',
  timestamp: 5,
  recvWindow: 3000,
};
const wires = { oneWay: { ...common, reduceOnly: true }, hedge: { ...common, positionSide: 'LONG' } };

test('reduceOnly in one-way mode, the leg in hedge mode', () => {
  expect(() => assertWireReduces(wires.oneWay, oneWay, sent)).not.toThrow();
  expect(() => assertWireReduces(wires.hedge, hedge, sent)).not.toThrow();
});

test.each([
  ['no reduceOnly', { reduceOnly: undefined }],
  ['reduceOnly as another word', { reduceOnly: 'false' }],
  ['the opening side', { side: 'BUY' }],
  ['more than asked', { quantity: '0.5' }],
  ['less than asked', { quantity: '0.3' }],
  ['a price', { price: '1' }],
  ['a leg in one-way mode', { positionSide: 'SHORT' }],
  ['another type', { type: 'LIMIT' }],
  ['another name', { newClientOrderId: 'other' }],
  ['another timestamp', { timestamp: 6 }],
  ['a longer window', { recvWindow: 60_000 }],
])('%s never leaves', (_, change) => {
  expect(() => assertWireReduces({ ...wires.oneWay, ...change }, oneWay, sent)).toThrow('ccxt would send');
});

test('the flag that hedge mode refuses never leaves', () => {
  expect(() => assertWireReduces({ ...wires.hedge, reduceOnly: true }, hedge, sent)).toThrow('reduceOnly');
  expect(() => assertWireReduces({ ...wires.hedge, positionSide: 'SHORT' }, hedge, sent)).toThrow('positionSide');
});
