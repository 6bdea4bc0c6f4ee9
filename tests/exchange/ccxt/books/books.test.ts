import { readBookings } from '../../../../src/exchange/ccxt/books/bookings';

const trade = {
  ...{ id: 1, orderId: 9007199254740993, symbol: 'BTCUSDT', side: 'SELL', price: '60000.0', qty: '1.000' },
  ...{ commission: '24.00000000', commissionAsset: 'USDT', realizedPnl: '-12.50000000', time: 1, maker: false },
};

it('the venue’s fills are read with their signs, and ids as text', () => {
  expect(readBookings([{ ...trade, orderId: '9007199254740993' }])).toEqual([
    {
      ...{ orderId: '9007199254740993', quantity: '1', price: '60000' },
      ...{ fee: '24', feeAsset: 'USDT', realisedProfit: '-12.5' },
    },
  ]);
});

it('what is no list of fills is refused, not guessed', () => {
  expect(() => readBookings([{ ...trade, commission: undefined }])).toThrow(/books/);
  expect(() => readBookings({ code: 0 })).toThrow(/books/);
});
