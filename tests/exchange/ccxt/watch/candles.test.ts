import { readCandles } from '../../../../src/exchange/ccxt/watch/candles';

const kline = (openMs: number, high: unknown = '110', low: unknown = '90') => [
  openMs,
  '100',
  high,
  low,
  '105',
  '0',
  openMs + 59_999,
  '0',
  0,
  '0',
  '0',
  '0',
];

test('a candle ends where the next one opens', () => {
  expect(readCandles([kline(60_000)])).toEqual([{ openMs: 60_000, endMs: 120_000, high: 110, low: 90, close: 105 }]);
});

test('the oldest comes first, however the venue lists them', () => {
  expect(readCandles([kline(60_000), kline(0)]).map(({ openMs }) => openMs)).toEqual([0, 60_000]);
});

test.each([
  ['a high below the low', kline(0, '80', '90')],
  ['a price of zero', kline(0, '110', '0')],
  ['a price that is no decimal text', kline(0, 110)],
  ['too few fields', [0, '1', '1']],
])('%s is refused: no average is made of it', (_, broken) => {
  expect(() => readCandles([kline(60_000), broken])).toThrow(/list of candles cannot be read/);
});
