import type { Booking } from '../../../src/exchange/books-port';
import { comparedWith } from '../../../src/proof/books/booked';
import type { Filled } from '../../../src/proof/reading/reading';

const FILL: Filled = {
  ...{ eventId: 15, at: '2026-01-22T10:15:00.000Z', clientOrderId: 'cp1', orderId: '77' },
  ...{ quantity: '2', averagePrice: '60000', entryPrice: '59000' },
};

const booking = (changes: Partial<Booking> = {}): Booking => ({
  ...{ orderId: '77', quantity: '1', price: '60000', fee: '24.1', feeAsset: 'USDT', realisedProfit: '1000.1' },
  ...changes,
});

it('fees are added up in each asset, rebates taken off, and profits with their signs', () => {
  const booked = comparedWith(FILL, [
    booking(),
    booking({ fee: '-0.1', realisedProfit: '-0.2' }),
    booking({ quantity: '0', fee: '0.002', feeAsset: 'BNB', realisedProfit: '0' }),
  ]);
  expect(booked).toMatchObject({
    fees: ['0.002 BNB', '24 USDT'],
    realisedProfit: '999.9',
    quantity: '2',
    agrees: true,
  });
});

it('books that have less than the history, or nothing any more, do not agree with it', () => {
  expect(comparedWith(FILL, [booking()])).toMatchObject({ quantity: '1', agrees: false });
  expect(comparedWith(FILL, [])).toMatchObject({ quantity: '0', fees: [], agrees: false });
});

it('another order’s fills are not this one’s', () => {
  expect(comparedWith(FILL, [booking(), booking(), booking({ orderId: '78' })])).toMatchObject({ quantity: '2' });
});
