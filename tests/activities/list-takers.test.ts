import { createListTakers } from '../../activities/list-takers';
import type { Side } from '../../src/domain/exit-decision';
import type { Fill } from '../../src/exchange/port';
import { filled, scriptedExchange, SYMBOL } from '../support/scripted-exchange';
import type { Script } from '../support/scripted-exchange';

const fill = (orderId: string, quantity: string, changes: Partial<Fill> = {}): Fill => ({
  orderId,
  side: 'sell',
  leg: null,
  quantity,
  price: '60000',
  atMs: 1_000,
  ...changes,
});

const takers = (script: Partial<Script>, side: Side = 'long') =>
  createListTakers({ exchange: scriptedExchange({ venueTimeMs: 2_000, position: null, ...script }) })({
    target: { account: 'main', symbol: SYMBOL, side },
    sinceMs: 500,
  });

const records = {
  '1': filled('2', { orderId: '1', clientOrderId: 'autoclose-9' }),
  '2': filled('1', { orderId: '2', clientOrderId: 'web-1' }),
};

test('fills add up to orders, and each order says whose it is', async () => {
  const fills = [fill('1', '0.5'), fill('1', '1.5'), fill('2', '1')];
  expect(await takers({ fills, recordsById: records })).toEqual([
    { by: 'liquidation', quantity: '2', record: records['1'] },
    { by: 'order', quantity: '1', record: records['2'] },
  ]);
});

test('a fill that adds to the position takes nothing from it', async () => {
  expect(await takers({ fills: [fill('2', '1', { side: 'buy' })], recordsById: records })).toEqual([]);
});

test('nor does one of the other leg', async () => {
  expect(await takers({ fills: [fill('2', '1', { leg: 'short' })], recordsById: records })).toEqual([]);
});

test('of an order that the venue does not know by its number nothing is said', async () => {
  expect(await takers({ fills: [fill('3', '1')], recordsById: records })).toEqual([]);
});
