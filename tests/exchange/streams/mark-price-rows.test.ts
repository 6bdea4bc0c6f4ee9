import { readMarkPrices } from '../../../src/exchange/streams/mark-price-rows';

const streamed = { e: 'markPriceUpdate', E: 17, s: 'BTCUSDT', p: '60000.10', i: '60001', r: '0.0001', T: 99 };
const asked = { symbol: 'BTCUSDT', markPrice: '60000.10', indexPrice: '60001', time: 17, nextFundingTime: 99 };
const price = { symbol: 'BTC/USDT:USDT', markPrice: '60000.1', indexPrice: '60001', venueAtMs: 17 };

test('stream and REST say the same under different names', () => {
  expect(readMarkPrices([streamed])).toEqual([price]);
  expect(readMarkPrices([asked])).toEqual([price]);
});

test('a venue without an index price leaves it out', () => {
  expect(readMarkPrices([{ ...streamed, i: undefined }])).toEqual([
    { symbol: price.symbol, markPrice: price.markPrice, venueAtMs: 17 },
  ]);
  expect(readMarkPrices([{ ...asked, indexPrice: '0.00000000' }])[0]).not.toHaveProperty('indexPrice');
});

test.each([
  ['a price of zero, as of a market in settlement', { ...streamed, p: '0.00000000' }],
  ['a price below zero', { ...streamed, p: '-1' }],
  ['a price that came as a number, and may have lost digits', { ...streamed, p: 60000.1 }],
  ['a row without a time', { ...asked, time: undefined }],
  ['another event', { ...streamed, e: 'kline' }],
  ['nothing', null],
])('%s is left out, and hides none of the others', (_, row) => {
  expect(readMarkPrices([row, streamed])).toEqual([price]);
});
